import type { Clock, Uuid } from '@veza/kernel';
import { assertSubject, type EventEnvelope, type EventRecorder } from '@veza/messaging';
import type { Transaction } from './database.ts';
import { outbox } from './messaging-tables.ts';

/** Bytes of JSON that one event may have. */
export const MAX_EVENT_BYTES = 64 * 1024;

/** Who and what caused the events that one recorder writes. */
export interface OutboxOptions {
  readonly clock: Clock;
  readonly newEventId: () => Uuid;
  readonly actorId?: string;
  readonly requestId?: string;
}

/**
 * Records events in the transaction of the change: they are published if, and only if, it commits. An event over 64 KiB throws, and so does
 * a topic or key that cannot be part of a subject: refused later, it would hold up every event behind it.
 */
export function postgresOutbox<Events>(tx: Transaction, options: OutboxOptions): EventRecorder<Events> {
  return {
    async record(topic, key, revision, data) {
      [topic, key].forEach(assertSubject);
      const envelope: EventEnvelope = {
        id: options.newEventId(),
        topic,
        key,
        revision,
        occurredAt: options.clock().toISOString(),
        ...(options.actorId === undefined ? {} : { actorId: options.actorId }),
        ...(options.requestId === undefined ? {} : { requestId: options.requestId }),
        data,
      };
      if (Buffer.byteLength(JSON.stringify(envelope)) > MAX_EVENT_BYTES) throw new Error(`event ${topic} of ${key} is over 64 KiB`);
      await tx.insert(outbox).values({ eventId: envelope.id, topic, key, revision, envelope });
    },
  };
}
