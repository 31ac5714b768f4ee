import { type DocumentNode, print } from 'graphql';
import type { Pause } from '../pace.ts';
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
 * Plans a document after what the planner would get wrong has been taken out of it. The steps are taken in turns of the event loop of
 * their own, so that a large document does not hold up other requests for all of them at once.
 * @param plannedNames names that the planner may ask for by itself
 * @param pause called between steps
 * @throws what the planner throws
 */
export async function planDocument(
  planner: Planner,
  document: DocumentNode,
  plannedNames: ReadonlySet<string>,
  pause: Pause,
): Promise<PlannedDocument> {
  await pause();
  const distinct = distinctNames(document, plannedNames);
  await pause();
  const forPlanner = anchored(distinct.document);
  await pause();
  const json = await planner.plan(print(forPlanner));
  await pause();
  const queryPlan = JSON.parse(json) as QueryPlan;
  await pause();
  return { ...distinct, queryPlan, planLength: json.length };
}
