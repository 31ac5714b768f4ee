import type { Transaction } from '@veza/postgres';

/** How a job is to be run. */
export interface EnqueueOptions {
  /** Not before this instant. */
  readonly runAt?: Date;
  /** At most one waiting or running job with this key. */
  readonly singletonKey?: string;
  /** Repetitions after a failure, default 2. */
  readonly retryLimit?: number;
  /** Whose job it is, for `perGroup`. */
  readonly group?: string;
  /** A higher one goes first, default 0; among equals the older. */
  readonly priority?: number;
}

/** How jobs are worked on. */
export interface WorkOptions {
  /** Jobs at the same time, in this process. */
  readonly concurrency: number;
  /** Jobs of one group at the same time, in all processes. Default: no limit of its own. */
  readonly perGroup?: number;
  readonly signal: AbortSignal;
}

/** A job as its handler gets it. */
export interface Job<Data> {
  readonly id: string;
  readonly data: Data;
  /** Aborts when the worker is asked to stop or lost its lease. */
  readonly signal: AbortSignal;
}

/** Work that outlives the process that asked for it. Handlers are idempotent: a killed worker's job runs again elsewhere. */
export interface JobQueue {
  /** Enqueued exactly when `tx` commits. */
  enqueue<Data extends object>(tx: Transaction, name: string, data: Data, options?: EnqueueOptions): Promise<void>;
  /** Runs jobs of `name` until `signal` aborts, then waits for the running ones. */
  work<Data extends object>(name: string, options: WorkOptions, handler: (job: Job<Data>) => Promise<void>): Promise<void>;
}
