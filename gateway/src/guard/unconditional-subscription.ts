import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ASTVisitor,
  type DirectiveNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

const conditionOf = ({ directives = [] }: SelectionNode): DirectiveNode | undefined =>
  directives.find(({ name }) => name.value === 'skip' || name.value === 'include');

/** The first condition on the way to the root field, through fragments; each of them is looked at once. */
function conditionIn(selections: SelectionSetNode, context: ValidationContext, seen: Set<string>): DirectiveNode | undefined {
  for (const selection of selections.selections) {
    const condition = conditionOf(selection) ?? conditionBelow(selection, context, seen);
    if (condition) return condition;
  }
  return undefined;
}

function conditionBelow(selection: SelectionNode, context: ValidationContext, seen: Set<string>): DirectiveNode | undefined {
  if (selection.kind === Kind.INLINE_FRAGMENT) return conditionIn(selection.selectionSet, context, seen);
  if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) return undefined;
  seen.add(selection.name.value);
  const fragment = context.getFragment(selection.name.value);
  return fragment ? conditionIn(fragment.selectionSet, context, seen) : undefined;
}

/**
 * A subscription whose root field may be left out has nothing to listen to: `@skip` and `@include` are refused there.
 * @see https://spec.graphql.org/September2025/#sec-Single-Root-Field
 */
export function unconditionalSubscription(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ operation, selectionSet }) {
      if (operation !== OperationTypeNode.SUBSCRIPTION) return;
      const condition = conditionIn(selectionSet, context, new Set());
      if (!condition) return;
      const message = `The root field of a subscription takes no "@${condition.name.value}".`;
      context.reportError(new GraphQLError(message, { nodes: condition }));
    },
  };
}
