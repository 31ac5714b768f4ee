const DONE = { done: true, value: undefined } as const;

/** What a stream does with its source. */
export interface EventStreamOptions<Event, Answer> {
  readonly source: AsyncIterable<Event>;
  /** One answer per event, in order; the next event waits for it. */
  readonly answer: (event: Event) => Promise<Answer>;
  /** The last answer when the source fails. */
  readonly failure: (error: unknown) => Answer;
  readonly signal: AbortSignal;
}

/**
 * A source of events as a stream of answers. Ends at once when `signal` aborts or the consumer leaves, even while the source is waiting,
 * and tells the source so. `next` is called one at a time, as `for await` does.
 */
export function eventStream<Event, Answer>(options: EventStreamOptions<Event, Answer>): AsyncIterableIterator<Answer, undefined> {
  const { source, answer, failure, signal } = options;
  const events = source[Symbol.asyncIterator]();
  let isOver = false;
  let wake: (() => void) | undefined;

  const end = () => {
    if (isOver) return;
    isOver = true;
    signal.removeEventListener('abort', end);
    wake?.();
    // The source may be in the middle of a step that never ends; nobody waits for its goodbye.
    void Promise.resolve(events.return?.()).catch(() => undefined);
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();

  // A fresh promise per step: racing one that lives as long as the stream would keep every step in memory.
  const step = () =>
    new Promise<IteratorResult<Event, unknown>>((resolve, reject) => {
      wake = () => resolve(DONE);
      events.next().then(resolve, reject);
    });

  return {
    async next() {
      if (isOver) return DONE;
      try {
        const { done, value } = await step();
        if (isOver || done) {
          end();
          return DONE;
        }
        return { done: false, value: await answer(value) };
      } catch (error) {
        if (isOver) return DONE;
        end();
        return { done: false, value: failure(error) };
      }
    },
    return() {
      end();
      return Promise.resolve(DONE);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
