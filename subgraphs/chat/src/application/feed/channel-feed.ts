import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { ChannelHead, ChannelLog } from '../ports/log.ts';
import type { ChannelHint } from './channel-hint.ts';
import { FeedPage } from './feed-page.ts';

/** Complete entries that a feed keeps in memory. */
export const RING_CAPACITY = 512;
/** Entries that are read from the log at a time. */
export const PAGE_SIZE = 200;

/** A read of the log that several subscribers wait for. */
interface SharedRead {
  /** `next` when it began: what was rewritten from there on may stand in it with its old text. */
  readonly known: number;
  readonly events: Promise<readonly ChannelEvent[]>;
}

/**
 * The live end of one channel's log in this process, shared by all its subscribers. `next` is the lowest number not yet in the ring;
 * the ring ends at `next − 1`. Whatever arrives (hint, watermark) only moves `next` forward over entries without a hole: the entry itself
 * when it is the next one, else the log is read. Subscribers hold a position and nothing more, so a slow one costs no memory:
 * they take entries from the ring, and from pages of the log when they are behind it.
 */
export class ChannelFeed {
  readonly #channelId: ChannelId;
  readonly #log: ChannelLog;
  readonly #ring = new FeedPage([]);
  readonly #pages = new Set<FeedPage>();
  readonly #reads = new Map<number, SharedRead>();
  readonly #waiting = new Set<() => void>();
  #next: number;
  #accessEpoch: number;
  #logEpoch: string;
  #work: Promise<void> = Promise.resolve();

  constructor(channelId: ChannelId, log: ChannelLog, head: ChannelHead) {
    this.#channelId = channelId;
    this.#log = log;
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
  at(seq: number): ChannelEvent | undefined {
    return this.#ring.at(seq);
  }

  /** Acts on a hint: the next entry is taken, an old one dropped, and for a later one the log is read up to its end. */
  accept(hint: ChannelHint): Promise<void> {
    return this.#inTurn(async () => {
      this.#raiseEpoch(hint.accessEpoch);
      if (hint.seq === this.#next && hint.event) this.#push(hint.event);
      else if (hint.seq >= this.#next) await this.#readTo(hint.seq);
    });
  }

  /** Acts on the log's head as Postgres has it: finds a lost last hint, a silent change of permissions, a restored log. */
  reach(head: ChannelHead): Promise<void> {
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
   * The page is kept free of deleted text until `release`.
   */
  async page(afterSeq: number): Promise<FeedPage> {
    const { known, events } = this.#sharedRead(afterSeq);
    const page = new FeedPage(await events);
    if (this.#ring.length > 0 && this.#ring.firstSeq > known) return this.page(afterSeq);
    for (const event of this.#ring.from(known)) page.forgetRewrittenBy(event);
    this.#pages.add(page);
    return page;
  }

  /** Gives a page back. */
  release(page: FeedPage | undefined): void {
    if (page) this.#pages.delete(page);
  }

  #sharedRead(afterSeq: number): SharedRead {
    const running = this.#reads.get(afterSeq);
    if (running) return running;
    const events = this.#log.read(this.#channelId, afterSeq, PAGE_SIZE).finally(() => this.#reads.delete(afterSeq));
    const read = { known: this.#next, events };
    this.#reads.set(afterSeq, read);
    return read;
  }

  async #readTo(seq: number): Promise<void> {
    while (this.#next <= seq) {
      const events = await this.#log.read(this.#channelId, this.#next - 1, PAGE_SIZE);
      const [first] = events;
      if (!first) return;
      if (first.seq > this.#next) this.#skipTo(first.seq);
      for (const event of events) this.#push(event);
    }
  }

  /** What lies between is no longer kept; subscribers who still need it find that out from the log. */
  #skipTo(seq: number): void {
    this.#ring.clear();
    this.#next = seq;
  }

  #push(event: ChannelEvent): void {
    if (event.seq !== this.#next) throw new Error(`log of ${this.#channelId} has a hole: ${event.seq} follows ${this.#next - 1}`);
    this.#raiseEpoch(event.accessEpoch);
    this.#ring.forgetRewrittenBy(event);
    for (const page of this.#pages) page.forgetRewrittenBy(event);
    this.#ring.push(event, RING_CAPACITY);
    this.#next += 1;
    this.#wakeAll();
  }

  #raiseEpoch(accessEpoch: number): void {
    if (accessEpoch <= this.#accessEpoch) return;
    this.#accessEpoch = accessEpoch;
    this.#wakeAll();
  }

  #startOver(head: ChannelHead): void {
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
