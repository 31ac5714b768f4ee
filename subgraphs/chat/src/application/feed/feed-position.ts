import type { FollowedEntry } from '../ports/followed-log.ts';
import type { FeedPage } from './feed-page.ts';
import type { LogFeed } from './log-feed.ts';

/** A reader's place in a feed: the number of the last entry it took, and the page of the log it reads while behind the ring. */
export class FeedPosition<Entry extends FollowedEntry> {
  readonly #feed: LogFeed<string, Entry>;
  #page: FeedPage<Entry> | undefined;
  #seq: number;

  constructor(feed: LogFeed<string, Entry>, seq: number) {
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
  take(): Entry | undefined {
    const entry = this.#feed.at(this.#seq + 1) ?? this.#page?.at(this.#seq + 1);
    if (entry) this.#seq = entry.seq;
    return entry;
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
