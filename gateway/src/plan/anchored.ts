import { type DirectiveNode, type DocumentNode, type FieldNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';
import { isConditional } from './conditional-fragments.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const isCondition = ({ name }: DirectiveNode) => name.value === 'skip' || name.value === 'include';

/** What a condition says for certain; undefined when it depends on a variable. */
function constantOf({ name, arguments: given = [] }: DirectiveNode): boolean | undefined {
  const value = given[0]?.value;
  return value?.kind === Kind.BOOLEAN ? value.value === (name.value === 'include') : undefined;
}

/** A selection without conditions that say nothing; null when it is never included. */
function settled<Selection extends SelectionNode>(selection: Selection): Selection | null | undefined {
  const { directives = [] } = selection;
  const constants = directives.filter((directive) => isCondition(directive) && constantOf(directive) !== undefined);
  if (constants.length === 0) return undefined;
  if (constants.some((directive) => constantOf(directive) === false)) return null;
  return { ...selection, directives: directives.filter((directive) => !constants.includes(directive)) };
}

const isAnchored = ({ selections }: SelectionSetNode) =>
  selections.some((selection) => selection.kind === Kind.FIELD && !isConditional(selection));

/**
 * A document for the planner alone. Every object is asked for something unconditionally: the planner turns a selection that is wholly
 * conditional into a conditional request, and without the request nobody knows whether the object is there; it would be null where `{}`
 * is due. And conditions are variables: the planner forgets some that are constants.
 */
export function anchored(document: DocumentNode): DocumentNode {
  const decided = visit(document, { Field: settled, InlineFragment: settled, FragmentSpread: settled });
  return visit(decided, {
    SelectionSet: {
      leave(selectionSet, _key, parent) {
        const isFields = parent && !Array.isArray(parent) && 'kind' in parent && parent.kind === Kind.FIELD;
        if (selectionSet.selections.length > 0 && (!isFields || isAnchored(selectionSet))) return undefined;
        return { ...selectionSet, selections: [TYPENAME, ...selectionSet.selections] };
      },
    },
  });
}
