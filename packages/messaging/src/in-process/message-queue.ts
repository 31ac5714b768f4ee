import type { BusMessage } from '../event-bus.ts';

/** What one subscriber has still to take. */
export interface MessageQueue extends AsyncIterableIterator<BusMessage> {
  /** Adds a message; a full queue loses its oldest. */
  push(message: Omit<BusMessage, 'dropped'>): void;
  /** Ends the iteration at once; what was not taken is lost. */
  close(): void;
  /** Ends the iteration after what it holds; resolves when that is taken. */
  drain(): Promise<void>;
}

const END: IteratorResult<BusMessage> = { done: true, value: undefined };

/**
 * A bounded queue between one publisher's call and one subscriber's loop.
 * Open → draining (by `drain`) → closed; `close`, and a subscriber that leaves its loop, close it from any state.
 * @param limit messages kept
 * @param onClosed called once, when nothing more can come out
 */
export function messageQueue(limit: number, onClosed: () => void): MessageQueue {
  const kept: Omit<BusMessage, 'dropped'>[] = [];
  let waiting: ((result: IteratorResult<BusMessage>) => void)[] = [];
  let dropped = 0;
  let state: 'open' | 'draining' | 'closed' = 'open';
  let resolveClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    resolveClosed = resolve;
  });

  const take = (message: Omit<BusMessage, 'dropped'>): IteratorResult<BusMessage> => {
    const value = { ...message, dropped };
    dropped = 0;
    return { done: false, value };
  };
  const close = () => {
    if (state === 'closed') return;
    state = 'closed';
    kept.length = 0;
    for (const answer of waiting) answer(END);
    waiting = [];
    onClosed();
    resolveClosed();
  };

  return {
    push(message) {
      if (state !== 'open') return;
      const answer = waiting.shift();
      if (answer) return answer(take(message));
      kept.push(message);
      if (kept.length <= limit) return;
      kept.shift();
      dropped += 1;
    },
    close,
    drain() {
      if (state === 'open') state = 'draining';
      if (kept.length === 0) close();
      return closed;
    },
    next() {
      const message = kept.shift();
      const result = message && take(message);
      if (state === 'draining' && kept.length === 0) close();
      if (result) return Promise.resolve(result);
      if (state === 'closed') return Promise.resolve(END);
      return new Promise((resolve) => waiting.push(resolve));
    },
    return() {
      close();
      return Promise.resolve(END);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
