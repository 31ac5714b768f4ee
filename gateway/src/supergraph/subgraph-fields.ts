import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { graphNames } from './root-fields.ts';

/** Fields as one subgraph has them, hidden ones included. */
export interface SubgraphFields {
  /** A field of an object or interface, if the subgraph itself resolves it. */
  find(subgraph: string, typeName: string, field: string): FieldDefinitionNode | undefined;
  /** Object types of the subgraph that a value of this type may have: those of an interface or a union, else the type itself. */
  possibleTypes(subgraph: string, typeName: string): readonly string[];
}

/** The name of a type without its wrappers. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

type FieldsType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, wanted: string) => {
  const value = given.find(({ name }) => name.value === wanted)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined;
};
const applied = ({ directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, wanted: string) =>
  directives.filter(({ name }) => name.value === wanted);

/** Reads which subgraph has which fields out of a supergraph. */
export function subgraphFields(supergraph: DocumentNode): SubgraphFields {
  const names = graphNames(supergraph);
  const isIn = (directives: readonly ConstDirectiveNode[], subgraph: string) =>
    directives.some((directive) => {
      const graph = argumentOf(directive, 'graph') ?? '';
      return (names.get(graph) ?? graph) === subgraph;
    });
  const types = new Map(
    supergraph.definitions
      .filter((node): node is FieldsType => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION)
      .map((type) => [type.name.value, type]),
  );
  const hasType = (type: FieldsType, subgraph: string) => isIn(applied(type, 'join__type'), subgraph);

  return {
    find(subgraph, typeName, name) {
      const type = types.get(typeName);
      const field = type?.fields?.find((candidate) => candidate.name.value === name);
      if (!type || !field) return undefined;
      const owners = applied(field, 'join__field').filter(({ arguments: given = [] }) => given.length > 0);
      return (owners.length > 0 ? isIn(owners, subgraph) : hasType(type, subgraph)) ? field : undefined;
    },
    possibleTypes(subgraph, typeName) {
      const union = supergraph.definitions.find((node) => node.kind === Kind.UNION_TYPE_DEFINITION && node.name.value === typeName);
      if (union?.kind === Kind.UNION_TYPE_DEFINITION) {
        const members = applied(union, 'join__unionMember').filter((member) => isIn([member], subgraph));
        return members.flatMap((member) => argumentOf(member, 'member') ?? []);
      }
      const type = types.get(typeName);
      if (type?.kind === Kind.OBJECT_TYPE_DEFINITION) return [typeName];
      return [...types.values()]
        .filter(
          ({ kind, interfaces = [] }) => kind === Kind.OBJECT_TYPE_DEFINITION && interfaces.some(({ name }) => name.value === typeName),
        )
        .filter((candidate) => hasType(candidate, subgraph))
        .map(({ name }) => name.value);
    },
  };
}
