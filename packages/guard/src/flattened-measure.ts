import { type DocumentNode, type FieldNode, type FragmentSpreadNode, type InlineFragmentNode, Kind, type SelectionSetNode } from 'graphql';
import { fragmentsInOrder } from './fragment-order.ts';

/** A count over selections as if every fragment were written out where it is spread. */
export interface Measure {
  /** What a field counts, given what lies below it. */
  readonly field: (field: FieldNode, below: number) => number;
  /** What a fragment counts where it is spread, given its content; by default its content. */
  readonly fragment?: (fragment: InlineFragmentNode | FragmentSpreadNode, content: number) => number;
  /** What selections beside each other count together. */
  readonly together: (left: number, right: number) => number;
}

/** Written out, thirty fragments that spread each other twice make a thousand million fields: counting ends here. */
const CEILING = 2 ** 31 - 1;

const contentOnly = (_fragment: unknown, content: number) => content;

/**
 * A function that measures selections of one document. Linear in the size of the document, because each fragment is measured once;
 * a spread that closes a cycle, and one of an unknown fragment, counts nothing (validation refuses both).
 */
export function flattenedMeasure(document: DocumentNode, measure: Measure): (selections: SelectionSetNode | undefined) => number {
  const { field, fragment = contentOnly, together } = measure;
  const measured = new Map<string, number>();

  const ofSelections = (selections: SelectionSetNode | undefined): number => {
    let total = 0;
    for (const selection of selections?.selections ?? []) total = Math.min(together(total, ofSelection(selection)), CEILING);
    return total;
  };
  const ofSelection = (selection: SelectionSetNode['selections'][number]): number => {
    switch (selection.kind) {
      case Kind.FIELD:
        return field(selection, ofSelections(selection.selectionSet));
      case Kind.INLINE_FRAGMENT:
        return fragment(selection, ofSelections(selection.selectionSet));
      case Kind.FRAGMENT_SPREAD:
        return fragment(selection, measured.get(selection.name.value) ?? 0);
    }
  };

  for (const { name, selectionSet } of fragmentsInOrder(document)) measured.set(name.value, ofSelections(selectionSet));
  return ofSelections;
}
