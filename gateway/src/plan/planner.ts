import { graphqlError } from '@veza/graphql';
import type { Clock } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import { type PlannerThread, plannerThread, PlanningFailed } from './planner-thread.ts';

/** Makes query plans of one supergraph. */
export interface Planner {
  /** Resolves when the first document can be planned. Rejects when the supergraph cannot be. */
  readonly ready: Promise<void>;
  /**
   * JSON text of the plan of one validated operation, given as text with its fragments. One planning for all who ask at the same time.
   * Rejects with OVERLOADED when the queue is full or the document takes too long, OPERATION_LIMIT_EXCEEDED when the planner refuses it.
   */
  plan(operation: string): Promise<string>;
  close(): Promise<void>;
}

/** Bounds of planning. @see gateway.md 3.2 */
export interface PlannerLimits {
  /** Documents that wait for the thread. */
  readonly queueLength: number;
  /** Wall time for one document. Milliseconds. */
  readonly wallLimitMs: number;
  /** How long a document that took too long is refused unplanned. Milliseconds. */
  readonly refusalMs: number;
}

/** Limits unless configured. */
export const PLANNER_LIMITS: PlannerLimits = { queueLength: 100, wallLimitMs: 1000, refusalMs: 60_000 };

/** How many too expensive documents are remembered; the oldest is forgotten first. */
const REMEMBERED_REFUSALS = 1000;

interface PlannerOptions {
  readonly supergraphSdl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: PlannerLimits;
  /** Starts the thread; tests pass their own. */
  readonly startThread?: (supergraphSdl: string) => PlannerThread;
}

const overloaded = (message: string) => graphqlError('OVERLOADED', message, { retryAfterMs: 1000 });

/** Plans in a worker thread, one document at a time; a thread that hangs or falls is replaced. */
export function workerPlanner(options: PlannerOptions): Planner {
  const { supergraphSdl, clock, log, limits = PLANNER_LIMITS, startThread = plannerThread } = options;
  const inFlight = new Map<string, Promise<string>>();
  const refusedUntil = new Map<string, number>();
  let thread = startThread(supergraphSdl);
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const refuse = (operation: string) => {
    refusedUntil.set(operation, clock().getTime() + limits.refusalMs);
    if (refusedUntil.size > REMEMBERED_REFUSALS) refusedUntil.delete(refusedUntil.keys().next().value!);
  };
  const isRefused = (operation: string) => {
    const until = refusedUntil.get(operation);
    if (until === undefined || until > clock().getTime()) return until !== undefined;
    refusedUntil.delete(operation);
    return false;
  };
  const translate = (failure: unknown, operation: string) => {
    if (!(failure instanceof PlanningFailed)) return failure;
    log.warn('plan.failed', { fault: failure.fault, reason: failure.message });
    if (failure.fault === 'refused') return graphqlError('OPERATION_LIMIT_EXCEEDED', 'The operation cannot be planned.');
    if (failure.fault === 'timeout') refuse(operation);
    if (!isClosed) thread = startThread(supergraphSdl);
    return overloaded(failure.fault === 'timeout' ? 'The operation takes too long to plan.' : 'The planner is starting again.');
  };
  const planOnce = async (operation: string) => {
    if (isClosed) throw overloaded('The gateway is stopping.');
    try {
      return await thread.plan(operation, limits.wallLimitMs);
    } catch (failure) {
      throw translate(failure, operation);
    }
  };

  return {
    ready: thread.ready,
    plan(operation) {
      const running = inFlight.get(operation);
      if (running) return running;
      if (isRefused(operation)) return Promise.reject(overloaded('The operation takes too long to plan.'));
      if (inFlight.size > limits.queueLength) return Promise.reject(overloaded('Too many new operations at once.'));
      const planned = turn.then(() => planOnce(operation)).finally(() => inFlight.delete(operation));
      turn = planned.catch(() => undefined);
      inFlight.set(operation, planned);
      return planned;
    },
    async close() {
      isClosed = true;
      await thread.close();
    },
  };
}
