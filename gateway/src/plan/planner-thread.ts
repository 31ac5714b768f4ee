import { Worker } from 'node:worker_threads';
import type { PlannerJob, PlannerReply, PlannerRequest, SupergraphDefinitions } from './planner-message.ts';

/** Why a thread gave no result. */
export type PlannerFault = 'refused' | 'timeout' | 'crashed';

/** A job was not done. `refused`: the planner said no; `timeout`: it took too long; `crashed`: the thread ended. */
export class PlanningFailed extends Error {
  readonly fault: PlannerFault;
  constructor(fault: PlannerFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** One worker thread that does one job at a time. */
export interface PlannerThread {
  /** Resolves when it can work, with the supergraph in pieces. Rejects with `PlanningFailed` when it never can. */
  readonly ready: Promise<SupergraphDefinitions>;
  /** The result as JSON. Rejects with `PlanningFailed`; after `timeout` and `crashed` the thread is gone. */
  run(job: PlannerJob, wallLimitMs: number): Promise<string>;
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

/** Starts a thread with a planner for the supergraph. Its jobs are synchronous: one that takes too long can only be ended with its thread. */
export function plannerThread(supergraphSdl: string): PlannerThread {
  const worker = new Worker(new URL('./planner-worker.js', import.meta.url), { workerData: supergraphSdl });
  const start = deferred<SupergraphDefinitions>();
  let running: Deferred<string> | undefined;
  let lastId = 0;
  let ended: PlanningFailed | undefined;

  const settle = (finish: (job: Deferred<string>) => void) => {
    const current = running;
    running = undefined;
    if (current) finish(current);
  };
  const end = (failure: PlanningFailed) => {
    ended ??= failure;
    start.reject(failure);
    settle(({ reject }) => reject(failure));
  };
  worker.on('message', (message: PlannerReply) => {
    if (message.kind === 'ready') start.resolve(message.definitions);
    else if (message.id !== lastId) return;
    else if (message.kind === 'done') settle(({ resolve }) => resolve(message.result));
    else settle(({ reject }) => reject(new PlanningFailed('refused', message.message)));
  });
  worker.on('error', (error) => end(new PlanningFailed('crashed', error.message)));
  worker.on('exit', () => end(new PlanningFailed('crashed', 'the planner thread ended')));

  return {
    ready: start.promise,
    async run(job, wallLimitMs) {
      await start.promise;
      if (ended) throw ended;
      const answer = deferred<string>();
      running = answer;
      lastId += 1;
      worker.postMessage({ id: lastId, job } satisfies PlannerRequest);
      const giveUp = () => {
        if (running !== answer) return;
        settle(({ reject }) => reject(new PlanningFailed('timeout', `it took longer than ${wallLimitMs} ms`)));
        void worker.terminate();
      };
      // A result that came while this thread was busy is taken first.
      const timer = setTimeout(() => setImmediate(giveUp), wallLimitMs);
      return answer.promise.finally(() => clearTimeout(timer));
    },
    async close() {
      await worker.terminate();
    },
  };
}
