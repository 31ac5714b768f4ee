import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { PlannerReply, PlannerRequest } from './planner-message.ts';

// One thread, one planner, one document at a time: planning is CPU work of milliseconds that must not hold up requests.

const reply = (message: PlannerReply) => parentPort!.postMessage(message);

const supergraph = Supergraph.build(workerData as string);
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, {
  exposeDocumentNodeInFetchNode: false,
  // Finding fragments again takes most of the planning, and graphql-jit in subgraphs mixes up the conditions of a fragment spread twice.
  reuseQueryFragments: false,
  incrementalDelivery: { enableDefer: false },
  typeConditionedFetching: false,
});

function plan({ id, operation }: PlannerRequest): PlannerReply {
  try {
    const queryPlan = planner.buildQueryPlan(operationFromDocument(apiSchema, parse(operation)));
    return { kind: 'planned', id, plan: JSON.stringify(queryPlan) };
  } catch (error) {
    return { kind: 'failed', id, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort!.on('message', (request: PlannerRequest) => reply(plan(request)));
reply({ kind: 'ready' });
