import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind, visit } from 'graphql';
import { requiredSet } from './required-set.ts';

/** A text or a name that a directive is given. */
export function argumentOf({ arguments: given = [] }: ConstDirectiveNode, wanted: string): string | undefined {
  const value = given.find(({ name }) => name.value === wanted)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** Whether a `@join__field` says that its graph only mentions the field. */
export const isExternal = ({ arguments: given = [] }: ConstDirectiveNode): boolean =>
  given.some(({ name, value }) => name.value === 'external' && value.kind === Kind.BOOLEAN && value.value);

/** `GRAPH field` for every field that a subgraph's keys, requirements and provisions name. */
function namedFields(supergraph: DocumentNode): ReadonlySet<string> {
  const named = new Set<string>();
  visit(supergraph, {
    Directive(node) {
      const directive = node as ConstDirectiveNode;
      const graph = argumentOf(directive, 'graph');
      for (const argument of ['key', 'requires', 'provides']) {
        const fields = argumentOf(directive, argument);
        if (graph !== undefined && fields !== undefined)
          visit(requiredSet(fields), { Field: ({ name }) => void named.add(`${graph} ${name.value}`) });
      }
    },
  });
  return named;
}

/**
 * A subgraph may mark a field external only for something that names it.
 * @param names of the fields that are looked at; others stay as they are
 */
export function withoutIdleExternals(supergraph: DocumentNode, names: ReadonlySet<string>): DocumentNode {
  const named = namedFields(supergraph);
  const isIdle = (directive: ConstDirectiveNode, field: string) =>
    isExternal(directive) && !named.has(`${argumentOf(directive, 'graph')} ${field}`);
  return visit(supergraph, {
    FieldDefinition(field): FieldDefinitionNode | undefined {
      if (!names.has(field.name.value)) return undefined;
      return { ...field, directives: (field.directives ?? []).filter((directive) => !isIdle(directive, field.name.value)) };
    },
  });
}
