import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** Whether a selection depends on `@skip` or `@include`. */
export function isConditional({ directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined }): boolean {
  return directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
}

/** Names of the fragments that are spread under a condition within a node. @param isInside whether the node itself stands under one */
function spreadUnderCondition(node: ASTNode, isInside: boolean, found: Set<string>): void {
  let conditions = isInside ? 1 : 0;
  visit(node, {
    InlineFragment: {
      enter: (fragment) => void (conditions += isConditional(fragment) ? 1 : 0),
      leave: (fragment) => void (conditions -= isConditional(fragment) ? 1 : 0),
    },
    FragmentSpread(spread) {
      if (conditions > 0 || isConditional(spread)) found.add(spread.name.value);
    },
  });
}

/** Names of the fragments that are spread under a condition somewhere, if only within another such fragment. */
export function conditionalFragments({ definitions }: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const node of definitions) {
      spreadUnderCondition(node, node.kind === Kind.FRAGMENT_DEFINITION && found.has(node.name.value), found);
    }
  }
  return found;
}
