import { type DocumentNode, print } from 'graphql';
import { anchored } from './anchored.ts';
import { distinctNames, type DistinctNames } from './distinct-names.ts';
import type { Planner } from './planner.ts';
import type { QueryPlan } from './query-plan.ts';

/** A document as it was planned, and its plan. */
export interface PlannedDocument extends DistinctNames {
  readonly queryPlan: QueryPlan;
  /** Characters of the plan's JSON. */
  readonly planLength: number;
}

/**
 * Plans a document after what the planner would get wrong has been taken out of it.
 * @param plannedNames names that the planner may ask for by itself
 * @throws what the planner throws
 */
export async function planDocument(planner: Planner, document: DocumentNode, plannedNames: ReadonlySet<string>): Promise<PlannedDocument> {
  const distinct = distinctNames(document, plannedNames);
  const json = await planner.plan(print(anchored(distinct.document)));
  return { ...distinct, queryPlan: JSON.parse(json) as QueryPlan, planLength: json.length };
}
