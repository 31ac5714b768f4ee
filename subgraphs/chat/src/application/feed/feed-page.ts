import type { FollowedEntry } from '../ports/followed-log.ts';

/** An earlier entry without what a later one took back; the same entry when it took nothing back. */
export type Forget<Entry> = (earlier: Entry, later: Entry) => Entry;

/** A run of consecutive log entries in memory, kept free of what was taken back since. */
export class FeedPage<Entry extends FollowedEntry> {
  readonly #forget: Forget<Entry>;
  #entries: Entry[];

  constructor(entries: readonly Entry[], forget: Forget<Entry>) {
    this.#entries = [...entries];
    this.#forget = forget;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** Number of the first entry; meaningless on an empty page. */
  get firstSeq(): number {
    return this.#entries[0]?.seq ?? 0;
  }

  /** The entry with this number, if it stands here. */
  at(seq: number): Entry | undefined {
    return this.#entries[seq - this.firstSeq];
  }

  /** Adds the next entry and keeps the newest `capacity` ones. */
  push(entry: Entry, capacity: number): void {
    this.#entries.push(entry);
    if (this.#entries.length > capacity) this.#entries.shift();
  }

  clear(): void {
    this.#entries = [];
  }

  /** Entries from this number on. */
  from(seq: number): readonly Entry[] {
    return this.#entries.filter((entry) => entry.seq >= seq);
  }

  /** Forgets what a later entry took back. */
  forgetTakenBackBy(later: Entry): void {
    this.#entries = this.#entries.map((entry) => (entry.seq < later.seq ? this.#forget(entry, later) : entry));
  }
}
