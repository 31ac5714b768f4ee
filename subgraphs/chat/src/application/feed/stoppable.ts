/** A stream and what it holds. */
export interface StoppableStream<T> {
  /** Ends the stream from outside. */
  readonly signal: AbortSignal;
  /** The stream; it ends when the signal it is given aborts. */
  readonly run: (signal: AbortSignal) => AsyncGenerator<T, void>;
  /** Called once when the stream has ended in whatever way, also when nobody ever read from it. */
  readonly onEnd: () => void;
}

/**
 * A stream that ends at once when its reader leaves. A plain async generator cannot: its `return` waits for the value that is being
 * waited for, which on a silent channel never comes; and one that was never read from skips its `finally`.
 */
export function stoppable<T>({ signal, run, onEnd }: StoppableStream<T>): AsyncIterableIterator<T> {
  const inner = new AbortController();
  const events = run(inner.signal);
  const end = () => {
    if (inner.signal.aborted) return;
    signal.removeEventListener('abort', end);
    inner.abort();
    onEnd();
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  return {
    async next() {
      try {
        const result = await events.next();
        if (result.done) end();
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return() {
      end();
      await events.return();
      return { done: true, value: undefined };
    },
    async throw(error: unknown) {
      end();
      await events.return();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
