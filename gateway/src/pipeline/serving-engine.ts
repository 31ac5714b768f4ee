import type { PlanAnswer } from '../plan/executor.ts';
import type { ServedSupergraphs } from '../supergraph/served-supergraphs.ts';
import type { Engine } from './engine.ts';

/** Calls `over` at the end of the events, however it comes. */
function withEnd(events: AsyncIterable<PlanAnswer>, over: () => void): AsyncIterable<PlanAnswer> {
  return {
    [Symbol.asyncIterator]() {
      const source = events[Symbol.asyncIterator]();
      return {
        async next() {
          try {
            const event = await source.next();
            if (event.done) over();
            return event;
          } catch (error) {
            over();
            throw error;
          }
        },
        async return() {
          over();
          return (await source.return?.()) ?? { done: true, value: undefined };
        },
      };
    },
  };
}

/**
 * The engine of whatever supergraph is served when an operation comes. An operation ends on the supergraph on which it began:
 * a query with its answer, a stream with its last event, or when its client is gone.
 */
export function servingEngine(supergraphs: ServedSupergraphs): Engine {
  return {
    async run(request, origin) {
      const { served, release } = supergraphs.acquire();
      try {
        const outcome = await served.engine.run(request, origin);
        if (outcome.kind !== 'streaming' || origin.signal.aborted) {
          release();
          return outcome;
        }
        origin.signal.addEventListener('abort', release, { once: true });
        const over = () => {
          origin.signal.removeEventListener('abort', release);
          release();
        };
        return { ...outcome, events: withEnd(outcome.events, over) };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
