import { type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';

/** Names of the fields that are asked of what a field answers, through all fragments; also those that a directive leaves out. */
export function selectedFields({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): ReadonlySet<string> {
  const names = (selections: readonly SelectionNode[]): readonly string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      return fragment ? names(fragment.selectionSet.selections) : [];
    });
  return new Set(fieldNodes.flatMap(({ selectionSet }) => names(selectionSet?.selections ?? [])));
}
