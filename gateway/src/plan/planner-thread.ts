import { Worker } from 'node:worker_threads';
import type { PlannerReply, PlannerRequest } from './planner-message.ts';

/** Why a thread gave no plan. */
export type PlannerFault = 'refused' | 'timeout' | 'crashed';

/** A document could not be planned. `refused`: the planner said no; `timeout`: it took too long; `crashed`: the thread ended. */
export class PlanningFailed extends Error {
  readonly fault: PlannerFault;
  constructor(fault: PlannerFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** One worker thread that plans one document at a time. */
export interface PlannerThread {
  /** Resolves when the planner is built. Rejects with `PlanningFailed` when it cannot be. */
  readonly ready: Promise<void>;
  /** JSON text of the plan. Rejects with `PlanningFailed`; after `timeout` and `crashed` the thread is gone. */
  plan(operation: string, wallLimitMs: number): Promise<string>;
  close(): Promise<void>;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (failure: PlanningFailed) => void;
}

function deferred<T>(): Deferred<T> {
  let resolve!: Deferred<T>['resolve'];
  let reject!: Deferred<T>['reject'];
  const promise = new Promise<T>((onValue, onFailure) => {
    resolve = onValue;
    reject = onFailure;
  });
  // Whoever waits hears of the failure; nobody waiting is no reason to end the process.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

/** Starts a thread with a planner for the supergraph. Planning is synchronous there: one that takes too long can only be ended with its thread. */
export function plannerThread(supergraphSdl: string): PlannerThread {
  const worker = new Worker(new URL('./planner-worker.js', import.meta.url), { workerData: supergraphSdl });
  const start = deferred<void>();
  let job: Deferred<string> | undefined;
  let lastId = 0;
  let ended: PlanningFailed | undefined;

  const settle = (finish: (job: Deferred<string>) => void) => {
    const current = job;
    job = undefined;
    if (current) finish(current);
  };
  const end = (failure: PlanningFailed) => {
    ended ??= failure;
    start.reject(failure);
    settle(({ reject }) => reject(failure));
  };
  worker.on('message', (message: PlannerReply) => {
    if (message.kind === 'ready') start.resolve();
    else if (message.id !== lastId) return;
    else if (message.kind === 'planned') settle(({ resolve }) => resolve(message.plan));
    else settle(({ reject }) => reject(new PlanningFailed('refused', message.message)));
  });
  worker.on('error', (error) => end(new PlanningFailed('crashed', error.message)));
  worker.on('exit', () => end(new PlanningFailed('crashed', 'the planner thread ended')));

  return {
    ready: start.promise,
    async plan(operation, wallLimitMs) {
      await start.promise;
      if (ended) throw ended;
      const answer = deferred<string>();
      job = answer;
      lastId += 1;
      worker.postMessage({ id: lastId, operation } satisfies PlannerRequest);
      const giveUp = () => {
        if (job !== answer) return;
        settle(({ reject }) => reject(new PlanningFailed('timeout', `planning took longer than ${wallLimitMs} ms`)));
        void worker.terminate();
      };
      // A plan that came while this thread was busy is taken first.
      const timer = setTimeout(() => setImmediate(giveUp), wallLimitMs);
      return answer.promise.finally(() => clearTimeout(timer));
    },
    async close() {
      await worker.terminate();
    },
  };
}
