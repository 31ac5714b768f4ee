import type { Followed } from '../feed/followed-events.ts';
import type { InboxEntry } from '../../domain/inbox/inbox-entry.ts';
import type { InboxState, InboxStateQueue } from './inbox-state-queue.ts';

/** What an inbox is made of: the entries of its log, and states. */
export type InboxItem =
  | { readonly kind: 'ENTRY'; readonly entry: Followed<InboxEntry> }
  | { readonly kind: 'STATE'; readonly state: InboxState };

/** The end of one wait. */
type Arrival = { readonly result: IteratorResult<Followed<InboxEntry>, unknown> } | { readonly error: unknown };

/** Entries of which the next one is being waited for already. */
export interface EntriesReadAhead {
  /** What has arrived; undefined while nothing has. Taking it begins the next wait. */
  take(): Arrival | undefined;
  /** Calls `listener`, and nobody else, at each arrival. */
  listen(listener: () => void): void;
}

/** Begins to read: one entry is under way or waits to be taken, never more. Failures wait to be taken like entries. */
export function entriesReadAhead(entries: AsyncIterator<Followed<InboxEntry>>): EntriesReadAhead {
  let arrival: Arrival | undefined;
  let onArrival: () => void = () => undefined;
  const arrive = (arrived: Arrival) => {
    arrival = arrived;
    onArrival();
  };
  const read = () => {
    entries.next().then(
      (result) => arrive({ result }),
      (error: unknown) => arrive({ error }),
    );
  };
  read();
  return {
    take() {
      const taken = arrival;
      arrival = undefined;
      if (taken && 'result' in taken && !taken.result.done) read();
      return taken;
    },
    listen: (listener) => (onArrival = listener),
  };
}

/**
 * Entries and states as they come, entries first where both are there, until the log's stream ends. States wait in their queue, so nothing piles
 * up while nobody takes.
 */
export async function* inboxStream(entries: EntriesReadAhead, queue: InboxStateQueue): AsyncGenerator<InboxItem, void> {
  const bell = doorbell();
  entries.listen(bell.ring);
  queue.listen(bell.ring);
  for (;;) {
    const arrival = entries.take();
    const state = arrival ? undefined : queue.take();
    if (state) yield { kind: 'STATE', state };
    else if (!arrival) await bell.rung();
    else if ('error' in arrival) throw arrival.error;
    else if (arrival.result.done) return;
    else yield { kind: 'ENTRY', entry: arrival.result.value };
  }
}

/** A wait for the next ring, or for one that came since the last wait. */
function doorbell() {
  let hasRung = false;
  let answer: () => void = () => undefined;
  return {
    ring: () => {
      hasRung = true;
      answer();
    },
    async rung() {
      if (!hasRung) await new Promise<void>((resolve) => (answer = resolve));
      hasRung = false;
    },
  };
}
