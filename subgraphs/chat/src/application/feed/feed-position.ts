import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import type { ChannelFeed } from './channel-feed.ts';
import type { FeedPage } from './feed-page.ts';

/** A reader's place in a feed: the number of the last entry it took, and the page of the log it reads while behind the ring. */
export class FeedPosition {
  readonly #feed: ChannelFeed;
  #page: FeedPage | undefined;
  #seq: number;

  constructor(feed: ChannelFeed, seq: number) {
    this.#feed = feed;
    this.#seq = seq;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Whether the feed has handed out everything up to here. */
  get isAtEnd(): boolean {
    return this.#seq + 1 >= this.#feed.next;
  }

  /** Takes the next entry if it is in memory. */
  take(): ChannelEvent | undefined {
    const event = this.#feed.at(this.#seq + 1) ?? this.#page?.at(this.#seq + 1);
    if (event) this.#seq = event.seq;
    return event;
  }

  /** Reads the log from here; false when the next entry is no longer kept. */
  async load(): Promise<boolean> {
    this.close();
    this.#page = await this.#feed.page(this.#seq);
    return this.#page.at(this.#seq + 1) !== undefined;
  }

  /** Gives up what is held. */
  close(): void {
    this.#feed.release(this.#page);
    this.#page = undefined;
  }
}
