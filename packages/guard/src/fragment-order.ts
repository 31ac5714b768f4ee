import { type DocumentNode, type FragmentDefinitionNode, Kind, visit } from 'graphql';

/** Fragments by name; of doubles, which validation refuses, the first counts. */
function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && !fragments.has(definition.name.value))
      fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function spreadsIn(fragment: FragmentDefinitionNode): readonly string[] {
  const names: string[] = [];
  visit(fragment, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

/**
 * The fragments of a document so that each comes after those that it spreads; in a cycle one edge is left out.
 * Iterative: a chain of thousands of fragments needs no deep stack.
 */
export function fragmentsInOrder(document: DocumentNode): readonly FragmentDefinitionNode[] {
  const fragments = fragmentsOf(document);
  const ordered: FragmentDefinitionNode[] = [];
  const seen = new Set<string>();
  const stack: { readonly fragment: FragmentDefinitionNode | undefined; readonly pending: string[] }[] = [
    { fragment: undefined, pending: [...fragments.keys()] },
  ];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const name = top.pending.pop();
    if (name === undefined) {
      stack.pop();
      if (top.fragment) ordered.push(top.fragment);
      continue;
    }
    const next = seen.has(name) ? undefined : fragments.get(name);
    seen.add(name);
    if (next) stack.push({ fragment: next, pending: [...spreadsIn(next)] });
  }
  return ordered;
}
