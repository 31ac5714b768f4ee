import type { ConsumerOptions, EventEnvelope, EventLog } from '@veza/messaging';

/** An event log in memory: keeps what is appended, in order, and delivers what a test gives it. */
export function recordingEventLog() {
  const appended: EventEnvelope[] = [];
  const due: EventEnvelope[] = [];
  const failures: unknown[] = [];
  const consumers: ConsumerOptions[] = [];
  let breakdown: Error | undefined;

  const deliverDue: EventLog['deliverDue'] = async (options, handler) => {
    consumers.push(options);
    const events = due.splice(0);
    for (const event of events) {
      await handler(event).catch((error: unknown) => {
        failures.push(error);
        due.push(event);
      });
    }
    return events.length;
  };
  const eventLog: EventLog = {
    async append(events) {
      if (breakdown) throw breakdown;
      appended.push(...events);
    },
    deliverDue,
    async consume(options, handler, signal) {
      if (breakdown) throw breakdown;
      while (!signal.aborted) {
        await deliverDue(options, handler);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    lag: () => Promise.resolve(due.length),
  };
  return {
    eventLog,
    appended,
    due,
    failures,
    consumers,
    /** Every call fails until it is called again without an error. */
    breakDown(error?: Error) {
      breakdown = error;
    },
  };
}
