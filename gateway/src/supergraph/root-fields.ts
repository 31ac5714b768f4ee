import { accessOf, type Access } from '@veza/auth';
import {
  Kind,
  OperationTypeNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { linkedNames } from './links.ts';

const ACCESS_SPECIFICATION = 'https://veza.dev/access';

/** A field of Query, Mutation or Subscription, as the supergraph tells it; `@inaccessible` ones included. */
export interface RootField {
  readonly kind: OperationTypeNode;
  readonly name: string;
  /** What `@access` says; undefined in a supergraph that does not know the directive. */
  readonly access: Access | undefined;
  /** Names of the subgraphs that resolve it. */
  readonly subgraphs: readonly string[];
  readonly definition: FieldDefinitionNode;
}

const argumentOf = (directive: ConstDirectiveNode, wanted: string): string | undefined => {
  const value = directive.arguments?.find(({ name }) => name.value === wanted)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined;
};
const isTrue = (directive: ConstDirectiveNode, wanted: string): boolean =>
  directive.arguments?.some(({ name, value }) => name.value === wanted && value.kind === Kind.BOOLEAN && value.value) ?? false;

/** Values of the enum `join__Graph` → names of subgraphs. */
export function graphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const graphs = supergraph.definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives }) => {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      return [name.value, (graph && argumentOf(graph, 'name')) ?? name.value];
    }),
  );
}

const applications = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, wanted: string) =>
  node.directives?.filter(({ name }) => name.value === wanted) ?? [];

/** Graphs that resolve a field: those of its `@join__field`s, else all of its type. */
function graphsOf(field: FieldDefinitionNode, type: ObjectTypeDefinitionNode): readonly string[] {
  const own = applications(field, 'join__field').filter(
    (directive) => !isTrue(directive, 'external') && !isTrue(directive, 'usedOverridden'),
  );
  const graphs = (own.length > 0 ? own : applications(type, 'join__type')).map((directive) => argumentOf(directive, 'graph'));
  return graphs.filter((graph) => graph !== undefined);
}

/** Operation kinds → names of their root types. */
function rootTypeNames(supergraph: DocumentNode): readonly (readonly [OperationTypeNode, string])[] {
  const schema = supergraph.definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  if (schema) return schema.operationTypes.map(({ operation, type }) => [operation, type.name.value]);
  return [
    [OperationTypeNode.QUERY, 'Query'],
    [OperationTypeNode.MUTATION, 'Mutation'],
    [OperationTypeNode.SUBSCRIPTION, 'Subscription'],
  ];
}

/**
 * Every root field of a supergraph.
 * @throws Error on an `@access` with an unknown level or scope
 */
export function rootFields(supergraph: DocumentNode): readonly RootField[] {
  const names = graphNames(supergraph);
  const knowsAccess = linkedNames(supergraph).directive(ACCESS_SPECIFICATION, 'access') !== undefined;
  return rootTypeNames(supergraph).flatMap(([kind, typeName]) => {
    const type = supergraph.definitions.find((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === typeName);
    if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    return (type.fields ?? []).map((definition) => ({
      kind,
      name: definition.name.value,
      access: knowsAccess ? accessOf(definition) : undefined,
      subgraphs: graphsOf(definition, type).map((graph) => names.get(graph) ?? graph),
      definition,
    }));
  });
}
