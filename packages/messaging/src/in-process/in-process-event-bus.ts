import type { EventBus } from '../event-bus.ts';
import { assertSubject, assertSubjectPattern, hasWildcard, matchesSubject } from '../subject.ts';
import { messageQueue, type MessageQueue } from './message-queue.ts';

/** Largest payload of a hint, in bytes. */
const MAX_PAYLOAD_BYTES = 64 * 1024;
const DEFAULT_QUEUE_LIMIT = 1000;

/** Queues by pattern. Patterns without a wildcard are found by one look-up, however many there are. */
function subscriptions() {
  const byPattern = new Map<string, Set<MessageQueue>>();
  const wildcards = new Set<string>();
  return {
    add(pattern: string, queue: MessageQueue) {
      const queues = byPattern.get(pattern) ?? new Set();
      byPattern.set(pattern, queues.add(queue));
      if (hasWildcard(pattern)) wildcards.add(pattern);
    },
    remove(pattern: string, queue: MessageQueue) {
      const queues = byPattern.get(pattern);
      queues?.delete(queue);
      if (queues?.size !== 0) return;
      byPattern.delete(pattern);
      wildcards.delete(pattern);
    },
    *matching(subject: string): Iterable<MessageQueue> {
      yield* byPattern.get(subject) ?? [];
      for (const pattern of wildcards) if (matchesSubject(pattern, subject)) yield* byPattern.get(pattern) ?? [];
    },
    all: () => Array.from(byPattern.values(), (queues) => [...queues]).flat(),
  };
}

/**
 * Hints inside one process. A subscription hears what is published after the call of `subscribe`, also before its first `next`.
 * After `drain` nothing is delivered any more and a new subscription ends at once.
 */
export function inProcessEventBus(): EventBus {
  const subscribers = subscriptions();
  let isDrained = false;
  return {
    publish(subject, payload) {
      assertSubject(subject);
      if (payload.byteLength > MAX_PAYLOAD_BYTES) throw new RangeError(`a hint carries at most ${MAX_PAYLOAD_BYTES} bytes`);
      const bytes = payload.slice();
      for (const queue of subscribers.matching(subject)) queue.push({ subject, payload: bytes });
    },
    subscribe(pattern, { signal, queueLimit = DEFAULT_QUEUE_LIMIT }) {
      assertSubjectPattern(pattern);
      const queue = messageQueue(queueLimit, () => {
        subscribers.remove(pattern, queue);
        signal.removeEventListener('abort', queue.close);
      });
      signal.addEventListener('abort', queue.close);
      if (signal.aborted || isDrained) queue.close();
      else subscribers.add(pattern, queue);
      return queue;
    },
    async drain() {
      isDrained = true;
      await Promise.all(subscribers.all().map((queue) => queue.drain()));
    },
  };
}
