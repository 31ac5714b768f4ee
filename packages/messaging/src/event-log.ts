import type { Uuid } from '@veza/kernel';

/** A fact that other subgraphs may act on. Carries ids, never personal data. */
export interface EventEnvelope<Data = unknown> {
  readonly id: Uuid;
  /** `<subgraph>.<noun>-<past verb>.v<n>`, e.g. `tracks.track-published.v1`. */
  readonly topic: string;
  /** Id of the aggregate. Order holds per key. */
  readonly key: string;
  /** Version of the aggregate, strictly rising per key: a handler ignores what is older than what it has. */
  readonly revision: number;
  readonly occurredAt: string;
  readonly actorId?: string;
  readonly requestId?: string;
  readonly data: Data;
}

/** A consumer: which topics, under which durable name, how patiently. */
export interface ConsumerOptions {
  /** `<subgraph>__<use case>`; the place in the log is kept under this name. */
  readonly durable: string;
  /** Topics, exact. */
  readonly topics: readonly string[];
  /** Deliveries at the same time; 1 keeps order. */
  readonly maxInFlight: number;
  /** Milliseconds after which an unanswered delivery is given out again. */
  readonly ackWaitMs: number;
  /** Deliveries before an event is set aside as a dead letter. */
  readonly maxDeliver: number;
  /** Wait before each redelivery; the last value repeats. */
  readonly backoffMs: readonly number[];
}

/** Thrown by a handler that no repetition can help: the event becomes a dead letter at once. */
export class PermanentFailure extends Error {}

/** Durable facts between subgraphs. At least once: handlers are idempotent through their inbox. */
export interface EventLog {
  /** Resolves when stored. The same id is stored once, so a timed-out append may be repeated. */
  append(events: readonly EventEnvelope[]): Promise<void>;
  /** Delivers until `signal` aborts: a return acknowledges, a throw redelivers after the backoff, the last failure becomes a dead letter. */
  consume(options: ConsumerOptions, handler: (event: EventEnvelope) => Promise<void>, signal: AbortSignal): Promise<void>;
  /** One round of what `consume` does: delivers what is due now and answers how many. For tests and for draining. */
  deliverDue(options: ConsumerOptions, handler: (event: EventEnvelope) => Promise<void>): Promise<number>;
  /** Events this durable has not settled. */
  lag(durable: string): Promise<number>;
}
