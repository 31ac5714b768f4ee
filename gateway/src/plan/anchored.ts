import { type DocumentNode, type FieldNode, Kind, type SelectionNode, visit } from 'graphql';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const isConditional = ({ directives = [] }: SelectionNode) =>
  directives.some(({ name }) => name.value === 'skip' || name.value === 'include');

/**
 * A document in which every object is asked for something unconditionally. The planner turns a selection that is wholly conditional into
 * a conditional request; without the request nobody knows whether the object is there, and it would be null where `{}` is due.
 */
export function anchored(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: {
      leave(field) {
        const { selectionSet } = field;
        if (!selectionSet || selectionSet.selections.some((selection) => selection.kind === Kind.FIELD && !isConditional(selection)))
          return undefined;
        return { ...field, selectionSet: { ...selectionSet, selections: [TYPENAME, ...selectionSet.selections] } };
      },
    },
  });
}
