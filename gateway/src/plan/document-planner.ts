import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, parse } from 'graphql';
import type { QueryPlan } from './query-plan.ts';
import { requirements } from './required-arguments/requirements.ts';
import { restoredPlan, type RestorePlan } from './required-arguments/restored-plan.ts';
import { standIns, type StandIns } from './required-arguments/stand-ins.ts';
import { lackingInputs } from './required-inputs/lacking-inputs.ts';
import { requiringApart, type RequiringApart } from './required-inputs/requiring-apart.ts';
import { usualRoots } from './usual-roots.ts';

/** Plans one validated operation, given as text with its fragments. @param labels of `@override` that hold @throws what the planner refuses */
export type DocumentPlanner = (operation: string, labels: readonly string[]) => QueryPlan;

type PlanDocument = (operation: DocumentNode, labels: readonly string[]) => QueryPlan;

const same: RestorePlan = (node) => node;

function restoring(found: StandIns | undefined): RestorePlan {
  return found ? restoredPlan(found.byName, requirements(found.supergraph)) : same;
}

function restored({ node, ...plan }: QueryPlan, restore: RestorePlan): QueryPlan {
  if (!node || restore === same) return { ...plan, ...(node && { node }) };
  if (node.kind !== 'Subscription') return { ...plan, node: restore(node) };
  return { ...plan, node: { ...node, ...(node.rest && { rest: restore(node.rest) }) } };
}

function plannerOver(supergraph: Supergraph): PlanDocument {
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
    const plan = planner.buildQueryPlan(operationFromDocument(apiSchema, operation), { overrideConditions });
    return JSON.parse(JSON.stringify(plan)) as QueryPlan;
  };
}

/** Plans over subgraphs that stand for others, and names those that are meant. */
function plannerApart({ supergraph, realNames }: RequiringApart): PlanDocument {
  const plan = plannerOver(Supergraph.build(supergraph));
  const real = (key: string, value: unknown) => (key === 'serviceName' ? (realNames.get(value as string) ?? value) : value);
  return (operation, labels) => JSON.parse(JSON.stringify(plan(operation, labels)), real) as QueryPlan;
}

/** Plans; and where the plan lacks what some field requires, plans again in a way that costs more requests. @throws Error when that lacks it, too */
function soundPlanner(supergraph: Supergraph, document: DocumentNode): PlanDocument {
  const plan = plannerOver(supergraph);
  const lacks = lackingInputs(document);
  const isSound = ({ node }: QueryPlan) => node === undefined || !lacks(node);
  let apart: PlanDocument | undefined;
  return (operation, labels) => {
    const first = plan(operation, labels);
    if (isSound(first)) return first;
    apart ??= plannerApart(requiringApart(document)!);
    const second = apart(operation, labels);
    if (isSound(second)) return second;
    throw new Error('every plan lacks what some field requires');
  };
}

/** Builds the planner of a supergraph: CPU work of a tenth of a second, and of milliseconds for each document. @param built of the document */
export function documentPlanner(document: DocumentNode, built: Supergraph): DocumentPlanner {
  const rename = usualRoots(document);
  const renamed = rename(document);
  const found = standIns(renamed);
  const restore = restoring(found);
  const planned = found?.supergraph ?? renamed;
  const plan = soundPlanner(planned === document ? built : Supergraph.build(planned), planned);
  return (operation, labels) => restored(plan(rename(parse(operation)), labels), restore);
}
