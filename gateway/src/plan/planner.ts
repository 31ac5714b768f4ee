import { graphqlError } from '@veza/graphql';
import type { Clock } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import type { PlannerJob, SupergraphDefinitions } from './planner-message.ts';
import { type PlannerThread, plannerThread, PlanningFailed } from './planner-thread.ts';

/** Reads and plans documents of one supergraph, in a thread that serves nobody. */
export interface Planner {
  /** Resolves when it can work, with the supergraph in pieces. Rejects when the supergraph cannot be served. */
  readonly ready: Promise<SupergraphDefinitions>;
  /**
   * The result of a job as JSON. The same job is done once for all who ask at the same time.
   * Rejects with OVERLOADED when the queue is full or the job takes too long, OPERATION_LIMIT_EXCEEDED when a plan is refused.
   */
  run(job: PlannerJob): Promise<string>;
  close(): Promise<void>;
}

/** Bounds of the work. @see gateway.md 3.2 */
export interface PlannerLimits {
  /** Jobs that wait for the thread. */
  readonly queueLength: number;
  /** Wall time for one job. Milliseconds. */
  readonly wallLimitMs: number;
  /** How long a job that took too long is refused untried. Milliseconds. */
  readonly refusalMs: number;
}

/** Limits unless configured. */
export const PLANNER_LIMITS: PlannerLimits = { queueLength: 100, wallLimitMs: 1000, refusalMs: 60_000 };

/** How many too expensive jobs are remembered; the oldest is forgotten first. */
const REMEMBERED_REFUSALS = 1000;

interface PlannerOptions {
  readonly supergraphSdl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: PlannerLimits;
  /** Starts the thread; tests pass their own. */
  readonly startThread?: (supergraphSdl: string) => PlannerThread;
}

const TOO_LONG = 'The operation takes too long to plan.';

const overloaded = (message: string) => graphqlError('OVERLOADED', message, { retryAfterMs: 1000 });

/** Works in a worker thread, one job at a time; a thread that hangs or falls is replaced. */
export function workerPlanner(options: PlannerOptions): Planner {
  const { supergraphSdl, clock, log, limits = PLANNER_LIMITS, startThread = plannerThread } = options;
  const inFlight = new Map<string, Promise<string>>();
  const refusedUntil = new Map<string, number>();
  let thread = startThread(supergraphSdl);
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const refuse = (key: string) => {
    refusedUntil.set(key, clock().getTime() + limits.refusalMs);
    if (refusedUntil.size > REMEMBERED_REFUSALS) refusedUntil.delete(refusedUntil.keys().next().value!);
  };
  const isRefused = (key: string) => {
    const until = refusedUntil.get(key);
    if (until === undefined || until > clock().getTime()) return until !== undefined;
    refusedUntil.delete(key);
    return false;
  };
  const translate = (failure: unknown, key: string) => {
    if (!(failure instanceof PlanningFailed)) return failure;
    log.warn('plan.failed', { fault: failure.fault, reason: failure.message });
    if (failure.fault === 'refused') return graphqlError('OPERATION_LIMIT_EXCEEDED', 'The operation cannot be planned.');
    if (failure.fault === 'timeout') refuse(key);
    if (!isClosed) thread = startThread(supergraphSdl);
    return overloaded(failure.fault === 'timeout' ? TOO_LONG : 'The planner is starting again.');
  };
  const runOnce = async (job: PlannerJob, key: string) => {
    if (isClosed) throw overloaded('The gateway is stopping.');
    try {
      return await thread.run(job, limits.wallLimitMs);
    } catch (failure) {
      throw translate(failure, key);
    }
  };

  return {
    ready: thread.ready,
    run(job) {
      const key = JSON.stringify(job);
      const running = inFlight.get(key);
      if (running) return running;
      if (isRefused(key)) return Promise.reject(overloaded(TOO_LONG));
      if (inFlight.size > limits.queueLength) return Promise.reject(overloaded('Too many new operations at once.'));
      const done = turn.then(() => runOnce(job, key)).finally(() => inFlight.delete(key));
      turn = done.catch(() => undefined);
      inFlight.set(key, done);
      return done;
    },
    async close() {
      isClosed = true;
      await thread.close();
    },
  };
}
