import type { BusMessage, EventBus } from '@veza/messaging';

/** How unreliable the bus is; each share lies between 0 and 1. */
export interface BusFaults {
  readonly random: () => number;
  /** The next turn of the event loop. */
  readonly turn: () => Promise<void>;
  readonly lost: number;
  readonly doubled: number;
  /** Messages that are held back for up to 20 turns of the event loop, so that later ones overtake them. */
  readonly delayed: number;
}

/** A bus that loses, repeats and reorders. For tests. */
export function lossyEventBus({ random, turn, lost, doubled, delayed }: BusFaults): EventBus {
  const queues = new Map<string, Set<(message: BusMessage) => void>>();

  const deliver = async (subject: string, payload: Uint8Array) => {
    for (let turns = random() < delayed ? Math.ceil(random() * 20) : 0; turns > 0; turns -= 1) await turn();
    for (const push of queues.get(subject) ?? []) push({ subject, payload, dropped: 0 });
  };

  return {
    publish(subject, payload) {
      if (random() < lost) return;
      void deliver(subject, payload);
      if (random() < doubled) void deliver(subject, payload);
    },
    async *subscribe(subject, { signal }) {
      const waiting: BusMessage[] = [];
      let wake = () => {};
      const push = (message: BusMessage) => {
        waiting.push(message);
        wake();
      };
      const here = queues.get(subject) ?? new Set();
      queues.set(subject, here.add(push));
      signal.addEventListener('abort', () => wake(), { once: true });
      while (!signal.aborted) {
        const message = waiting.shift();
        if (message) yield message;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
      here.delete(push);
    },
    async drain() {},
  };
}
