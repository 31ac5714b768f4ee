import type { EventEnvelope, EventLog } from '@veza/messaging';

/** An event log that keeps what it is given, and delivers what a test makes due. */
export interface RecordingEventLog extends EventLog {
  readonly events: readonly EventEnvelope[];
  /** Events of other subgraphs; the next round of a consumer takes those of its topics. */
  readonly due: EventEnvelope[];
  /** Payloads of a topic, in order. */
  of(topic: string): readonly unknown[];
}

/** Makes one whose consumers only work in rounds. */
export function recordingEventLog(): RecordingEventLog {
  const events: EventEnvelope[] = [];
  const due: EventEnvelope[] = [];
  return {
    events,
    due,
    of: (topic) => events.filter((event) => event.topic === topic).map(({ data }) => data),
    append: (added) => {
      events.push(...added);
      return Promise.resolve();
    },
    consume: () => Promise.resolve(),
    async deliverDue({ topics }, handler) {
      const delivered = due.filter(({ topic }) => topics.includes(topic));
      for (const event of delivered) {
        await handler(event);
        due.splice(due.indexOf(event), 1);
      }
      return delivered.length;
    },
    lag: () => Promise.resolve(0),
  };
}
