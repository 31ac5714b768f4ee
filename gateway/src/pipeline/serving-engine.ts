import type { ServedSupergraphs } from '../supergraph/served-supergraphs.ts';
import type { Engine } from './engine.ts';

/**
 * The engine of whatever supergraph is served when an operation comes. An operation ends on the supergraph on which it began:
 * a query with its answer, a stream when whoever carries it to the client lets go of it.
 */
export function servingEngine(supergraphs: ServedSupergraphs): Engine {
  return {
    async run(request, origin) {
      const { served, release } = supergraphs.acquire();
      try {
        const outcome = await served.engine.run(request, origin);
        if (outcome.kind === 'streaming') return { ...outcome, operation: { ...outcome.operation, release } };
        release();
        return outcome;
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
