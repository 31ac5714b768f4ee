import type { BusMessage } from '../event-bus.ts';

/** What waits for one subscriber. A full queue loses its oldest message and counts it. */
export interface SubscriptionQueue {
  push(subject: string, payload: Uint8Array): void;
  /** Ends the reader once what is held is delivered. */
  finish(): void;
  /** Ends the reader at once. */
  abort(): void;
  messages(): AsyncGenerator<BusMessage>;
}

/** A bounded queue with one reader. @param limit messages held at most */
export function subscriptionQueue(limit: number): SubscriptionQueue {
  const held: { subject: string; payload: Uint8Array }[] = [];
  let dropped = 0;
  let isFinished = false;
  let wake: () => void = () => undefined;

  return {
    push(subject, payload) {
      if (isFinished) return;
      if (held.length === limit) {
        held.shift();
        dropped += 1;
      }
      held.push({ subject, payload });
      wake();
    },
    finish() {
      isFinished = true;
      wake();
    },
    abort() {
      held.length = 0;
      isFinished = true;
      wake();
    },
    async *messages() {
      for (;;) {
        const next = held.shift();
        if (next) {
          const lost = dropped;
          dropped = 0;
          yield { ...next, dropped: lost };
        } else if (isFinished) {
          return;
        } else {
          await new Promise<void>((resolve) => (wake = resolve));
        }
      }
    },
  };
}
