import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, parse } from 'graphql';
import type { QueryPlan } from './query-plan.ts';
import { requirements } from './required-arguments/requirements.ts';
import { restoredPlan, type RestorePlan } from './required-arguments/restored-plan.ts';
import { standIns, type StandIns } from './required-arguments/stand-ins.ts';
import { usualRoots } from './usual-roots.ts';

/** Plans one validated operation, given as text with its fragments. @param labels of `@override` that hold @throws what the planner refuses */
export type DocumentPlanner = (operation: string, labels: readonly string[]) => QueryPlan;

const same: RestorePlan = (node) => node;

function restoring(found: StandIns | undefined): RestorePlan {
  return found ? restoredPlan(found.byName, requirements(found.supergraph)) : same;
}

function restored({ node, ...plan }: QueryPlan, restore: RestorePlan): QueryPlan {
  if (!node || restore === same) return { ...plan, ...(node && { node }) };
  if (node.kind !== 'Subscription') return { ...plan, node: restore(node) };
  return { ...plan, node: { ...node, ...(node.rest && { rest: restore(node.rest) }) } };
}

/** Builds the planner of a supergraph: CPU work of a tenth of a second, and of milliseconds for each document. @param built of the document */
export function documentPlanner(document: DocumentNode, built: Supergraph): DocumentPlanner {
  const rename = usualRoots(document);
  const renamed = rename(document);
  const found = standIns(renamed);
  const restore = restoring(found);
  const planned = found?.supergraph ?? renamed;
  const supergraph = planned === document ? built : Supergraph.build(planned);
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, {
    exposeDocumentNodeInFetchNode: false,
    // Finding fragments again takes most of the planning, and graphql-jit in subgraphs mixes up the conditions of a fragment spread twice.
    reuseQueryFragments: false,
    incrementalDelivery: { enableDefer: false },
    typeConditionedFetching: false,
  });
  return (operation, labels) => {
    const overrideConditions = new Map(labels.map((label) => [label, true]));
    const plan = planner.buildQueryPlan(operationFromDocument(apiSchema, rename(parse(operation))), { overrideConditions });
    return restored(JSON.parse(JSON.stringify(plan)) as QueryPlan, restore);
  };
}
