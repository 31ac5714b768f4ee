import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { PENDING_DOCUMENTS } from './operations/pending.ts';

/** An operation that our own clients send, with exactly the fragments it needs. */
export interface ClientDocument {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly document: DocumentNode;
  /** Whether the schema does not serve it yet. */
  readonly isPending: boolean;
}

const folder = new URL('operations/', import.meta.url);

function spreads(node: OperationDefinitionNode | FragmentDefinitionNode): string[] {
  const names: string[] = [];
  visit(node, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

function withFragments(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): DocumentNode {
  const needed = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    for (const name of spreads(node)) {
      const fragment = fragments.get(name);
      if (!fragment || needed.has(fragment)) continue;
      needed.add(fragment);
      collect(fragment);
    }
  };
  collect(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...needed] };
}

/** Every operation under `operations/`, in the order of files and of operations in them. */
export function clientDocuments(): readonly ClientDocument[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted();
  const definitions = files.flatMap((file) => parse(readFileSync(new URL(file, folder), 'utf8')).definitions);
  const fragments = new Map(
    definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])),
  );
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const name = definition.name?.value ?? '';
    return [{ name, kind: definition.operation, document: withFragments(definition, fragments), isPending: PENDING_DOCUMENTS.has(name) }];
  });
}
