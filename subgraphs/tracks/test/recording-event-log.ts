import type { EventEnvelope, EventLog } from '@veza/messaging';

/** An event log that only keeps what it is given. */
export interface RecordingEventLog extends EventLog {
  readonly events: readonly EventEnvelope[];
  /** Payloads of a topic, in order. */
  of(topic: string): readonly unknown[];
}

/** Makes one that nobody consumes from. */
export function recordingEventLog(): RecordingEventLog {
  const events: EventEnvelope[] = [];
  return {
    events,
    of: (topic) => events.filter((event) => event.topic === topic).map(({ data }) => data),
    append: (added) => {
      events.push(...added);
      return Promise.resolve();
    },
    consume: () => Promise.resolve(),
    deliverDue: () => Promise.resolve(0),
    lag: () => Promise.resolve(0),
  };
}
