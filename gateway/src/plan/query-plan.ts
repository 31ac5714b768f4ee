/** A plan as the planner writes it: plain JSON. @see https://www.apollographql.com/docs/federation/query-plans */
export interface QueryPlan {
  readonly kind: 'QueryPlan';
  /** Absent when no subgraph has to be asked, as for `{ __typename }`. */
  readonly node?: PlanNode | SubscriptionNode;
}

export type PlanNode = SequenceNode | ParallelNode | FetchNode | FlattenNode | ConditionNode | DeferNode;

export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

/** One request to one subgraph: a root fetch, or with `requires` a fetch of entities. */
export interface FetchNode {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  readonly variableUsages?: readonly string[];
  /** What a representation holds of its target. */
  readonly requires?: readonly RequiredSelection[];
  readonly inputRewrites?: readonly Rewrite[];
  readonly outputRewrites?: readonly Rewrite[];
}

/** Runs its node on every object at a path; `@` stands for each item of a list. */
export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly string[];
  readonly node: PlanNode;
}

/** Chooses by a Boolean variable. */
export interface ConditionNode {
  readonly kind: 'Condition';
  readonly condition: string;
  readonly ifClause?: PlanNode;
  readonly elseClause?: PlanNode;
}

/** Never planned, because `@defer` is not offered. */
export interface DeferNode {
  readonly kind: 'Defer';
}

/** `primary` is one upstream subscription; `rest` joins what each event lacks. */
export interface SubscriptionNode {
  readonly kind: 'Subscription';
  readonly primary: FetchNode;
  readonly rest?: PlanNode;
}

export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'Field';
  readonly alias?: string;
  readonly name: string;
  readonly selections?: readonly RequiredSelection[];
}

export interface RequiredFragment {
  readonly kind: 'InlineFragment';
  readonly typeCondition?: string;
  readonly selections: readonly RequiredSelection[];
}

/** A change to a representation or an answer. Path segments are field names and `... on Type`. */
export type Rewrite =
  | { readonly kind: 'ValueSetter'; readonly path: readonly string[]; readonly setValueTo: string | number | boolean | null }
  | { readonly kind: 'KeyRenamer'; readonly path: readonly string[]; readonly renameKeyTo: string };

type AnyNode = PlanNode | SubscriptionNode;

function childrenOf(node: AnyNode): readonly (AnyNode | undefined)[] {
  switch (node.kind) {
    case 'Flatten':
      return [node.node];
    case 'Sequence':
    case 'Parallel':
      return node.nodes;
    case 'Condition':
      return [node.ifClause, node.elseClause];
    case 'Subscription':
      return [node.primary, node.rest];
    case 'Fetch':
    case 'Defer':
      return [];
  }
}

/** Requests to subgraphs in a plan, both branches of a condition counted. */
export function fetchCountOf(node: AnyNode | undefined): number {
  if (!node) return 0;
  return childrenOf(node).reduce((count, child) => count + fetchCountOf(child), node.kind === 'Fetch' ? 1 : 0);
}
