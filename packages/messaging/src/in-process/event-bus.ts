import type { EventBus } from '../event-bus.ts';
import { checkSubject, matchesSubject } from '../subject.ts';
import { subscriptionQueue, type SubscriptionQueue } from './subscription-queue.ts';

const MAX_PAYLOAD_BYTES = 64 * 1024;
const DEFAULT_QUEUE_LIMIT = 1_000;

/** Subscribers by pattern; exact patterns, which are almost all, are found without a scan. */
function subscribers() {
  const exact = new Map<string, Set<SubscriptionQueue>>();
  const wild = new Map<string, Set<SubscriptionQueue>>();
  const setFor = (pattern: string) => (/[*>]/.test(pattern) ? wild : exact);
  return {
    add(pattern: string, queue: SubscriptionQueue) {
      const sets = setFor(pattern);
      const set = sets.get(pattern) ?? new Set();
      sets.set(pattern, set.add(queue));
    },
    remove(pattern: string, queue: SubscriptionQueue) {
      const sets = setFor(pattern);
      const set = sets.get(pattern);
      set?.delete(queue);
      if (set?.size === 0) sets.delete(pattern);
    },
    *of(subject: string) {
      yield* exact.get(subject) ?? [];
      for (const [pattern, set] of wild) if (matchesSubject(pattern, subject)) yield* set;
    },
    *all() {
      for (const sets of [exact, wild]) for (const set of sets.values()) yield* set;
    },
  };
}

/** Hints between the parts of one process. Delivery is asynchronous: a publisher never runs a subscriber's code. */
export function inProcessEventBus(): EventBus {
  const queues = subscribers();
  return {
    publish(subject, payload) {
      checkSubject(subject);
      if (payload.byteLength > MAX_PAYLOAD_BYTES)
        throw new Error(`a hint of ${payload.byteLength} bytes is larger than ${MAX_PAYLOAD_BYTES}`);
      for (const queue of queues.of(subject)) queue.push(subject, payload);
    },
    subscribe(pattern, { signal, queueLimit = DEFAULT_QUEUE_LIMIT }) {
      const queue = subscriptionQueue(queueLimit);
      const end = () => {
        queues.remove(pattern, queue);
        queue.abort();
      };
      queues.add(pattern, queue);
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
      return (async function* deliver() {
        try {
          yield* queue.messages();
        } finally {
          signal.removeEventListener('abort', end);
          end();
        }
      })();
    },
    drain() {
      for (const queue of queues.all()) queue.finish();
      return Promise.resolve();
    },
  };
}
