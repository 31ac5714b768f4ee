import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { argumentOf, withoutIdleExternals } from './external-fields.ts';
import { requiredSet } from './required-set.ts';

/** A field without arguments that stands for a field with certain arguments. */
export interface StandIn {
  readonly name: string;
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

/** The stand-ins of one supergraph. */
export interface StandIns {
  readonly byName: ReadonlyMap<string, StandIn>;
  /** The supergraph in which `@requires` names them. */
  readonly supergraph: DocumentNode;
}

const argumentsText = ({ arguments: given = [] }: FieldNode): string =>
  given
    .map((argument) => print(argument))
    .toSorted()
    .join();

/** What the `requires` of a `@join__field` says, if it is one that requires. */
export function requirementOf(directive: ConstDirectiveNode): string | undefined {
  return directive.name.value === 'join__field' ? argumentOf(directive, 'requires') : undefined;
}

/** Ways in which fields are required, by the name of the field: the texts of their arguments, and these. */
function requiredWays(supergraph: DocumentNode): ReadonlyMap<string, ReadonlyMap<string, readonly ArgumentNode[]>> {
  const ways = new Map<string, Map<string, readonly ArgumentNode[]>>();
  const add = (field: FieldNode): void => {
    const known = ways.get(field.name.value) ?? new Map<string, readonly ArgumentNode[]>();
    ways.set(field.name.value, known.set(argumentsText(field), field.arguments ?? []));
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const directive of (definition.fields ?? []).flatMap(({ directives = [] }) => directives)) {
      const requirement = requirementOf(directive);
      if (requirement !== undefined) visit(requiredSet(requirement), { Field: add });
    }
  }
  return ways;
}

/** One for each way with arguments of every field that is required in several ways. */
function standInsFor(supergraph: DocumentNode): readonly StandIn[] {
  return Array.from(requiredWays(supergraph)).flatMap(([field, ways]) =>
    ways.size < 2
      ? []
      : [...ways.values()]
          .filter((given) => given.length > 0)
          .map((given, index) => ({ name: `${field}_required_${index}`, field, arguments: given })),
  );
}

function renamedRequirement(directive: ConstDirectiveNode, nameOf: (field: FieldNode) => string | undefined): ConstDirectiveNode {
  const requirement = requirementOf(directive);
  if (requirement === undefined) return directive;
  const renamed = visit(requiredSet(requirement), {
    Field(field) {
      const name = nameOf(field);
      return name === undefined ? undefined : { ...field, name: { ...field.name, value: name }, arguments: [] };
    },
  });
  const value = stripIgnoredCharacters(print(renamed)).slice(1, -1);
  const given = directive.arguments?.map((argument) =>
    argument.name.value === 'requires' ? { ...argument, value: { kind: Kind.STRING, value } as const } : argument,
  );
  return { ...directive, ...(given && { arguments: given }) };
}

/**
 * The planner takes a field that two others require with different arguments for one and the same, and gives both what it finds for one
 * of them. So each way gets a name of its own; undefined where no field is required in several ways.
 */
export function standIns(supergraph: DocumentNode): StandIns | undefined {
  const all = standInsFor(supergraph);
  if (all.length === 0) return undefined;
  const nameOf = (field: FieldNode) =>
    all.find(
      (standIn) => standIn.field === field.name.value && argumentsText(field) === argumentsText({ ...field, arguments: standIn.arguments }),
    )?.name;
  const withStandIns = (fields: readonly FieldDefinitionNode[] = []): readonly FieldDefinitionNode[] =>
    fields.flatMap((field) => {
      const own = all.filter((standIn) => standIn.field === field.name.value);
      return [field, ...own.map(({ name }) => ({ ...field, name: { ...field.name, value: name }, arguments: [] }))];
    });
  const augmented = visit(supergraph, {
    Directive: { leave: (directive) => renamedRequirement(directive as ConstDirectiveNode, nameOf) },
    ObjectTypeDefinition: { leave: (type) => ({ ...type, fields: withStandIns(type.fields) }) },
    InterfaceTypeDefinition: { leave: (type) => ({ ...type, fields: withStandIns(type.fields) }) },
  });
  return {
    byName: new Map(all.map((standIn) => [standIn.name, standIn])),
    supergraph: withoutIdleExternals(augmented, new Set(all.flatMap(({ name, field }) => [name, field]))),
  };
}
