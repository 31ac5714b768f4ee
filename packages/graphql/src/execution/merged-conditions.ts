import { BREAK, type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Whether a response key comes twice in a selection set, fragments flattened. Stops at the first, so fragments that double each other cost nothing. */
function repeatsKey(selections: SelectionSetNode, fragments: Fragments, seen: Set<string>): boolean {
  return selections.selections.some((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return repeatsKey(selection.selectionSet, fragments, seen);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && repeatsKey(fragment.selectionSet, fragments, seen);
    }
    const { value: key } = selection.alias ?? selection.name;
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}

function hasConditions(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Directive: ({ name }) => {
      isFound = name.value === 'skip' || name.value === 'include';
      return isFound ? BREAK : undefined;
    },
  });
  return isFound;
}

/**
 * Whether a valid document has `@skip` or `@include` and asks for some response key of an object in more than one place.
 * graphql-jit merges such places under the conditions of one of them, so that fields are left out or answered unasked.
 */
export function mergesConditions(document: DocumentNode): boolean {
  if (!hasConditions(document)) return false;
  const fragments: Fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  let merges = false;
  visit(document, {
    SelectionSet: (selections) => {
      merges = repeatsKey(selections, fragments, new Set());
      return merges ? BREAK : undefined;
    },
  });
  return merges;
}
