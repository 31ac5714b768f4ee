/**
 * A stream that ends at once when its reader leaves. A plain async generator cannot: its `return` waits for the value that is being
 * waited for, which on a silent channel never comes.
 * @param run the stream; it ends when the signal it is given aborts
 */
export function stoppable<T>(outer: AbortSignal, run: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T> {
  const inner = new AbortController();
  const stop = () => inner.abort();
  outer.addEventListener('abort', stop);
  if (outer.aborted) stop();
  const events = run(inner.signal);
  const end = () => {
    outer.removeEventListener('abort', stop);
    stop();
  };
  return {
    async next() {
      const result = await events.next();
      if (result.done) end();
      return result;
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
