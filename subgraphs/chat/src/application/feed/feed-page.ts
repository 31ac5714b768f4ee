import { type ChannelEvent, rewrittenMessage, withRewritten } from '../../domain/event/channel-event.ts';

/** A run of consecutive log entries in memory, kept free of text that was edited or deleted since. */
export class FeedPage {
  #events: ChannelEvent[];

  constructor(events: readonly ChannelEvent[]) {
    this.#events = [...events];
  }

  get length(): number {
    return this.#events.length;
  }

  /** Number of the first entry; meaningless on an empty page. */
  get firstSeq(): number {
    return this.#events[0]?.seq ?? 0;
  }

  /** The entry with this number, if it stands here. */
  at(seq: number): ChannelEvent | undefined {
    return this.#events[seq - this.firstSeq];
  }

  /** Adds the next entry and keeps the newest `capacity` ones. */
  push(event: ChannelEvent, capacity: number): void {
    this.#events.push(event);
    if (this.#events.length > capacity) this.#events.shift();
  }

  clear(): void {
    this.#events = [];
  }

  /** Entries from this number on. */
  from(seq: number): readonly ChannelEvent[] {
    return this.#events.filter((event) => event.seq >= seq);
  }

  /** Forgets what a later entry edited or deleted. */
  forgetRewrittenBy(later: ChannelEvent): void {
    const present = rewrittenMessage(later);
    if (!present) return;
    this.#events = this.#events.map((event) => (event.seq < later.seq ? withRewritten(event, present) : event));
  }
}
