import type { FollowedEntry, FollowedHead, FollowedLog } from '../ports/followed-log.ts';
import { FeedPage, type Forget } from './feed-page.ts';

/** Complete entries that a feed keeps in memory. */
export const RING_CAPACITY = 512;
/** Entries that are read from the log at a time. */
export const PAGE_SIZE = 200;

/** Says that a log has grown to `seq`; may carry the entry. Never the truth. */
export interface LogHint<Entry> {
  readonly seq: number;
  readonly accessEpoch: number;
  readonly event?: Entry;
}

/** A log, and how its entries take back what earlier ones said. */
export interface FeedSource<Id extends string, Entry extends FollowedEntry> {
  readonly log: FollowedLog<Id, Entry>;
  readonly forget: Forget<Entry>;
}

/** A read of the log that several subscribers wait for. */
interface SharedRead<Entry> {
  /** `next` when it began: what was taken back from there on may still stand in it. */
  readonly known: number;
  readonly entries: Promise<readonly Entry[]>;
}

/**
 * The live end of one log in this process, shared by all its subscribers. `next` is the lowest number not yet in the ring;
 * the ring ends at `next − 1`. Whatever arrives (hint, watermark) only moves `next` forward over entries without a hole: the entry itself
 * when it is the next one, else the log is read. Subscribers hold a position and nothing more, so a slow one costs no memory:
 * they take entries from the ring, and from pages of the log when they are behind it.
 */
export class LogFeed<Id extends string, Entry extends FollowedEntry> {
  readonly #id: Id;
  readonly #source: FeedSource<Id, Entry>;
  readonly #ring: FeedPage<Entry>;
  readonly #pages = new Set<FeedPage<Entry>>();
  readonly #reads = new Map<number, SharedRead<Entry>>();
  readonly #waiting = new Set<() => void>();
  #next: number;
  #accessEpoch: number;
  #logEpoch: string;
  #work: Promise<void> = Promise.resolve();

  constructor(id: Id, source: FeedSource<Id, Entry>, head: FollowedHead) {
    this.#id = id;
    this.#source = source;
    this.#ring = new FeedPage<Entry>([], source.forget);
    this.#next = head.lastSeq + 1;
    this.#accessEpoch = head.accessEpoch;
    this.#logEpoch = head.logEpoch;
  }

  /** Lowest number that has not been handed out yet. */
  get next(): number {
    return this.#next;
  }

  /** Newest epoch of the community's permissions that this process has heard of. */
  get accessEpoch(): number {
    return this.#accessEpoch;
  }

  /** The numbering that this feed follows. */
  get logEpoch(): string {
    return this.#logEpoch;
  }

  /** The entry with this number, if it is still in memory. */
  at(seq: number): Entry | undefined {
    return this.#ring.at(seq);
  }

  /** Acts on a hint: the next entry is taken, an old one dropped, and for a later one the log is read up to its end. */
  accept(hint: LogHint<Entry>): Promise<void> {
    return this.#inTurn(async () => {
      this.#raiseEpoch(hint.accessEpoch);
      if (hint.seq === this.#next && hint.event) this.#push(hint.event);
      else if (hint.seq >= this.#next) await this.#readTo(hint.seq);
    });
  }

  /** Acts on the log's head as Postgres has it: finds a lost last hint, a silent change of permissions, a restored log. */
  reach(head: FollowedHead): Promise<void> {
    return this.#inTurn(async () => {
      if (head.logEpoch !== this.#logEpoch) this.#startOver(head);
      this.#raiseEpoch(head.accessEpoch);
      if (head.lastSeq >= this.#next) await this.#readTo(head.lastSeq);
    });
  }

  /** Resolves at the next entry or change of permissions, or when `signal` aborts. */
  changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }

  /**
   * Up to 200 entries after `seq`, for a subscriber that is behind the ring. Readers at the same place share one query.
   * The page is kept free of what is taken back until `release`.
   */
  async page(afterSeq: number): Promise<FeedPage<Entry>> {
    const { known, entries } = this.#sharedRead(afterSeq);
    const page = new FeedPage(await entries, this.#source.forget);
    if (this.#ring.length > 0 && this.#ring.firstSeq > known) return this.page(afterSeq);
    for (const entry of this.#ring.from(known)) page.forgetTakenBackBy(entry);
    this.#pages.add(page);
    return page;
  }

  /** Gives a page back. */
  release(page: FeedPage<Entry> | undefined): void {
    if (page) this.#pages.delete(page);
  }

  #sharedRead(afterSeq: number): SharedRead<Entry> {
    const running = this.#reads.get(afterSeq);
    if (running) return running;
    const entries = this.#source.log.read(this.#id, afterSeq, PAGE_SIZE).finally(() => this.#reads.delete(afterSeq));
    const read = { known: this.#next, entries };
    this.#reads.set(afterSeq, read);
    return read;
  }

  async #readTo(seq: number): Promise<void> {
    while (this.#next <= seq) {
      const entries = await this.#source.log.read(this.#id, this.#next - 1, PAGE_SIZE);
      const [first] = entries;
      if (!first) return;
      if (first.seq > this.#next) this.#skipTo(first.seq);
      for (const entry of entries) this.#push(entry);
    }
  }

  /** What lies between is no longer kept; subscribers who still need it find that out from the log. */
  #skipTo(seq: number): void {
    this.#ring.clear();
    this.#next = seq;
  }

  #push(entry: Entry): void {
    if (entry.seq !== this.#next) throw new Error(`log of ${this.#id} has a hole: ${entry.seq} follows ${this.#next - 1}`);
    this.#raiseEpoch(entry.accessEpoch);
    this.#ring.forgetTakenBackBy(entry);
    for (const page of this.#pages) page.forgetTakenBackBy(entry);
    this.#ring.push(entry, RING_CAPACITY);
    this.#next += 1;
    this.#wakeAll();
  }

  #raiseEpoch(accessEpoch: number): void {
    if (accessEpoch <= this.#accessEpoch) return;
    this.#accessEpoch = accessEpoch;
    this.#wakeAll();
  }

  #startOver(head: FollowedHead): void {
    this.#logEpoch = head.logEpoch;
    this.#skipTo(head.lastSeq + 1);
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const wake of this.#waiting) wake();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#work.then(work);
    this.#work = turn.catch(() => undefined);
    return turn;
  }
}
