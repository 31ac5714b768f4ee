import type { Log } from '@veza/telemetry';
import type { ServedSupergraph } from './served-supergraph.ts';

/** Keeps a supergraph alive for work on it. */
export interface SupergraphHold extends Disposable {
  readonly served: ServedSupergraph;
  /** The work is over. Further calls do nothing. */
  release(): void;
}

/** Told of a swap, at once and in the order of registration; `previous` lives at least as long as the call. */
export type SwapListener = (next: ServedSupergraph, previous: ServedSupergraph) => void;

/** Which supergraph is served, for everybody who works with one. */
export interface ServedSupergraphs {
  /** The one that new work uses. Work that is not over when the function returns needs a hold on it. */
  current(): ServedSupergraph;
  /** The current one, kept alive until the hold is released. */
  acquire(): SupergraphHold;
  /** Answers how to stop listening. */
  onSwap(listener: SwapListener): () => void;
}

/** The same for whoever swaps and ends. */
export interface SwappableSupergraphs extends ServedSupergraphs {
  /** Serves `next` from now on. The previous one is closed when the last hold on it is released. */
  swap(next: ServedSupergraph): void;
  /** Closes every supergraph that still lives, held or not. Only when no request is left. */
  close(): Promise<void>;
}

/** Counts who works with which supergraph. @param first what is served until the first swap */
export function servedSupergraphs(first: ServedSupergraph, log: Log): SwappableSupergraphs {
  const listeners = new Set<SwapListener>();
  /** Holds on every supergraph that lives; being the current one counts as one. */
  const holds = new Map<ServedSupergraph, number>([[first, 1]]);
  let served = first;

  const end = async (over: ServedSupergraph): Promise<void> => {
    const { hash } = over.state;
    holds.delete(over);
    try {
      await over.close();
      log.debug('supergraph.closed', { hash });
    } catch (error) {
      log.error('supergraph.not-closed', { hash, error });
    }
  };
  const add = (held: ServedSupergraph, count: 1 | -1): void => {
    const before = holds.get(held);
    if (before === undefined) return;
    holds.set(held, before + count);
    if (before + count === 0) void end(held);
  };
  const tell = (next: ServedSupergraph, previous: ServedSupergraph): void => {
    for (const listener of listeners) {
      try {
        listener(next, previous);
      } catch (error) {
        log.error('supergraph.swap-listener-failed', { hash: next.state.hash, error });
      }
    }
  };

  return {
    current: () => served,
    acquire() {
      const held = served;
      add(held, 1);
      let isReleased = false;
      const release = () => {
        if (!isReleased) add(held, -1);
        isReleased = true;
      };
      return { served: held, release, [Symbol.dispose]: release };
    },
    onSwap(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    swap(next) {
      const previous = served;
      holds.set(next, 1);
      served = next;
      tell(next, previous);
      add(previous, -1);
    },
    async close() {
      await Promise.all([...holds.keys()].map(end));
    },
  };
}
