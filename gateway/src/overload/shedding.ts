import { graphqlError } from '@veza/graphql';
import { counter, type Log, type Metrics } from '@veza/telemetry';
import type { GraphQLError } from 'graphql';
import type { Overload } from './overload.ts';
import type { Priority } from './priority.ts';
import { processOverload } from './process-overload.ts';

/** Where work is refused: before its body is read, when a socket is to be opened, or once it is known what it is. */
export type SheddingDoor = 'request' | 'socket' | 'operation';

/** Refuses work and counts what was refused. */
export interface Shedding {
  /** The error for work of a priority that cannot be taken on now: OVERLOADED with a time to wait; undefined when it can. */
  refusalOf(priority: Priority, door: SheddingDoor): GraphQLError | undefined;
}

/** What shedding goes by. */
export interface SheddingOptions {
  /** Says when there is too much to do; the event loop and the heap of this process unless given. */
  readonly overload?: Overload;
  readonly limits: { readonly eventLoopDelayMs: number };
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Registers the count of refused work. Watches the process until it is disposed. */
export function shedding({ overload, limits, random, metrics, log }: SheddingOptions): Shedding & Disposable {
  const own = overload ? undefined : processOverload({ delayLimitMs: limits.eventLoopDelayMs, random, log });
  const { refuses, retryAfterMs } = (overload ?? own)!;
  const shed = counter(metrics, {
    name: 'veza_shed_total',
    help: 'Work refused because there was too much of it',
    labels: ['class', 'door'],
  });
  return {
    refusalOf(priority, door) {
      if (!refuses(priority)) return undefined;
      shed.inc({ class: priority, door });
      return graphqlError('OVERLOADED', 'There is too much to do at the moment.', { retryAfterMs: retryAfterMs() });
    },
    [Symbol.dispose]: () => own?.[Symbol.dispose](),
  };
}
