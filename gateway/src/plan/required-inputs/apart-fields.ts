import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { argumentOf, isExternal } from '../required-arguments/external-fields.ts';
import { topNames } from '../required-arguments/required-set.ts';
import { requirementOf } from '../required-arguments/stand-ins.ts';
import { movedTo } from './stand-in-graph.ts';

/** A type of which subgraphs have fields. */
export type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const graphOf = (directive: ConstDirectiveNode): string => argumentOf(directive, 'graph') ?? '';

const fieldOf = (graph: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'join__field' },
  arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'graph' }, value: { kind: Kind.ENUM, value: graph } }],
});

/**
 * The fields of a type, each said of the graphs that have it. A graph that stands for one in which something of the type requires has of it
 * what requires, what that requires, and keys: nothing leads further from there. All other graphs that stand for one have what that has.
 */
export function apartFields(type: TypeWithFields, graphs: ReadonlySet<string>): readonly FieldDefinitionNode[] {
  const { fields = [], directives = [] } = type;
  const joins = directives.filter(({ name }) => name.value === 'join__type');
  const keys = new Set(joins.flatMap((join) => topNames(argumentOf(join, 'key') ?? '__typename')));
  const requiring = new Set(
    fields.flatMap((field) => (field.directives ?? []).filter((one) => requirementOf(one) !== undefined).map(graphOf)),
  );

  const said = (field: string, directive: ConstDirectiveNode): readonly ConstDirectiveNode[] => {
    const graph = graphOf(directive);
    if (!graphs.has(graph)) return [directive];
    if (requirementOf(directive) !== undefined) return [movedTo(directive, graph)];
    const isThere = !requiring.has(graph) || isExternal(directive) || keys.has(field);
    return isThere ? [directive, movedTo(directive, graph)] : [directive];
  };
  return fields.map((field) => {
    const { value: name } = field.name;
    const own = (field.directives ?? []).filter((directive) => directive.name.value === 'join__field');
    const others = (field.directives ?? []).filter((directive) => directive.name.value !== 'join__field');
    // Without a word every graph of the type has the field; of the new ones only some have it.
    const everywhere = [...new Set(joins.map(graphOf))].map(fieldOf);
    const stated = own.length > 0 ? own : everywhere;
    return { ...field, directives: [...others, ...stated.flatMap((directive) => said(name, directive))] };
  });
}
