import { parentPort, workerData } from 'node:worker_threads';
import { documentPlanner } from './document-planner.ts';
import type { PlannerReply, PlannerRequest } from './planner-message.ts';

// One thread, one planner, one document at a time: planning is CPU work of milliseconds that must not hold up requests.

const reply = (message: PlannerReply) => parentPort!.postMessage(message);
const plan = documentPlanner(workerData as string);

function answer({ id, operation }: PlannerRequest): PlannerReply {
  try {
    return { kind: 'planned', id, plan: plan(operation) };
  } catch (error) {
    return { kind: 'failed', id, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort!.on('message', (request: PlannerRequest) => reply(answer(request)));
reply({ kind: 'ready' });
