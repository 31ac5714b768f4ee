/** Events that come from elsewhere, read one at a time. */
export interface EventQueue<Event> {
  /** False when the queue is full: the reader is too slow, and the queue has failed. */
  push(event: Event): boolean;
  /** No more events after those that wait. */
  end(): void;
  /** The reader meets the failure after the events that wait. */
  fail(error: Error): void;
  /** The next event, or undefined at the end. Rejects with the failure. */
  next(): Promise<Event | undefined>;
}

type Ending = { readonly error?: Error };

/** A queue of at most `capacity` events. @param overflow the failure of a reader that is too slow */
export function eventQueue<Event extends object>(capacity: number, overflow: () => Error): EventQueue<Event> {
  const waiting: Event[] = [];
  let ending: Ending | undefined;
  let wake: (() => void) | undefined;

  const finish = (how: Ending) => {
    ending ??= how;
    wake?.();
  };

  return {
    push(event) {
      if (ending) return false;
      if (waiting.length >= capacity) {
        finish({ error: overflow() });
        return false;
      }
      waiting.push(event);
      wake?.();
      return true;
    },
    end: () => finish({}),
    fail: (error) => finish({ error }),
    async next() {
      while (waiting.length === 0 && !ending) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const event = waiting.shift();
      if (event === undefined && ending?.error) throw ending.error;
      return event;
    },
  };
}
