import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql';
import { ID_OWNERS } from './ids.ts';

/** A subgraph's definitions under its name. */
export interface NamedDocument {
  readonly name: string;
  readonly document: DocumentNode;
}

/** What the supergraph says of the roots, to which every subgraph adds. */
const ROOTS: Readonly<Record<string, string>> = {
  Query: 'What can be read.',
  Mutation: 'What can be changed. Several of one operation run in order; each is a transaction of its own.',
  Subscription: 'What can be followed live.',
};

const OWNERS: ReadonlyMap<string, string> = new Map([
  ...Object.values(ID_OWNERS).map(({ type, subgraph }) => [type, subgraph] as const),
  ['Viewer', 'users'],
]);

type Named = ASTNode & { readonly name?: { readonly value: string } };
const nameOf = (node: Named) =>
  node.kind.endsWith('Definition') && node.kind !== Kind.OPERATION_DEFINITION ? node.name?.value : undefined;

/** Walks all described elements with their paths, e.g. `Track.comments.first`. */
function walk(document: DocumentNode, see: (path: string, node: ASTNode) => ASTNode | undefined): DocumentNode {
  const path: string[] = [];
  return visit(document, {
    enter(node: ASTNode) {
      const name = nameOf(node);
      if (name === undefined) return undefined;
      path.push(name);
      return see(path.join('.'), node);
    },
    leave(node: ASTNode) {
      if (nameOf(node) !== undefined) path.pop();
    },
  }) as DocumentNode;
}

/** The subgraph whose words stand for each element: the owner of its type, else the first that has any. */
function speakers(documents: readonly NamedDocument[]): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const { name, document } of documents) {
    walk(document, (path, node) => {
      if (!('description' in node) || !node.description) return undefined;
      const isOwner = OWNERS.get(path.split('.', 1)[0]!) === name;
      if (isOwner || !chosen.has(path)) chosen.set(path, name);
      return undefined;
    });
  }
  return chosen;
}

/**
 * The same definitions, with every element described in one subgraph only. Each subgraph describes a shared type from where it stands;
 * composition would pick one of the texts by the order of names, clients shall read the owner's.
 */
export function describeOnce(documents: readonly NamedDocument[]): readonly NamedDocument[] {
  const chosen = speakers(documents);
  return documents.map(({ name, document }) => ({
    name,
    document: walk(document, (path, node) => {
      const root = ROOTS[path];
      if (root !== undefined) return { ...node, description: { kind: Kind.STRING, value: root } } as ASTNode;
      if (!('description' in node) || chosen.get(path) === name) return undefined;
      const { description: _described, ...silent } = node;
      return silent as ASTNode;
    }),
  }));
}
