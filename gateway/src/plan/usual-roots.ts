import { Kind, visit, type ASTNode, type DocumentNode } from 'graphql';

const USUAL: Readonly<Record<string, string>> = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/** Changes the names of types, wherever they stand in a document. */
export type RenameTypes = <Node extends ASTNode>(node: Node) => Node;

const unchanged: RenameTypes = (node) => node;

/** Root types that bear other names than usual, by them. */
function unusualNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const schema = definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  const pairs = (schema?.operationTypes ?? []).map(({ operation, type }) => [type.name.value, USUAL[operation]!] as const);
  return new Map(pairs.filter(([name, usual]) => name !== usual));
}

/**
 * Composers call the root types of a supergraph `Query`, `Mutation` and `Subscription`, and the planner finds their fields under no other
 * name. For a supergraph that calls them otherwise, this renames them in it and in the documents to be planned.
 */
export function usualRoots(supergraph: DocumentNode): RenameTypes {
  const names = unusualNames(supergraph);
  if (names.size === 0) return unchanged;
  const renamed = (node: { readonly name: { readonly kind: Kind.NAME; readonly value: string } }) => {
    const usual = names.get(node.name.value);
    return usual === undefined ? undefined : { ...node, name: { ...node.name, value: usual } };
  };
  return (node) =>
    visit(node, { NamedType: renamed, ObjectTypeDefinition: { leave: renamed }, ObjectTypeExtension: { leave: renamed } }) as typeof node;
}
