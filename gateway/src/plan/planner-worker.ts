import { parentPort, workerData } from 'node:worker_threads';
import type { PlannerReply, PlannerRequest } from './planner-message.ts';
import { plannerWork } from './planner-work.ts';

// One thread, one job at a time: CPU work of milliseconds that must not hold up requests.

const reply = (message: PlannerReply) => parentPort!.postMessage(message);
const { definitions, run } = plannerWork(workerData as string);

function answer({ id, job }: PlannerRequest): PlannerReply {
  try {
    return { kind: 'done', id, result: run(job) };
  } catch (error) {
    return { kind: 'failed', id, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort!.on('message', (request: PlannerRequest) => reply(answer(request)));
reply({ kind: 'ready', definitions });
