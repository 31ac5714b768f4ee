import { setTimeout as sleep } from 'node:timers/promises';
import { errorCodes, isErrorCode } from '@veza/graphql';
import { GraphQLError } from 'graphql';
import type { ByteText } from '../../plan/own/live/byte-texts.ts';
import type { SubscriptionPlan, UpstreamEvent } from '../../plan/subscription-plan.ts';
import { SubgraphFailure } from '../../transport/port.ts';
import { EventRing } from './event-ring.ts';
import { type FeedPosition, feedPosition, Gap } from './feed-position.ts';
import { OrderedWindow } from './ordered-window.ts';
import { type EventAnswer, repeatableAnswer, writtenAnswer } from './event-answer.ts';
import { SharedEvent } from './shared-event.ts';
import type { UpstreamEvents } from './upstream-branch.ts';

/** An event and its answer. */
interface Rendered {
  readonly event: UpstreamEvent;
  readonly answer: EventAnswer;
}

/** How a feed ended: its upstream completed, or refused to go on. */
export type FeedEnd = { readonly kind: 'complete' } | { readonly kind: 'failed'; readonly reason: unknown };

/** What a feed reads and how, as its group has it now; a reload of the supergraph changes it. */
export interface FeedSource {
  readonly plan: SubscriptionPlan;
  /** @param after cursor to go on from; undefined for from now on @param seq number of the event there, where it is known */
  open(after: string | undefined, signal: AbortSignal, seq: number | undefined): UpstreamEvents;
  /** The answer to an event for which nobody has to be asked, as bytes of JSON; undefined for others. */
  writeNow(event: UpstreamEvent): ByteText | undefined;
  /** JSON text of the answer to an event. */
  render(event: UpstreamEvent, signal: AbortSignal): Promise<string>;
}

/** Who is told of what a feed brings. */
export interface FeedOwner {
  /** Whether only one client wants what a feed brings. */
  readonly isForOne: boolean;
  source(): FeedSource;
  /** Resolves when another event may be read; undefined when one may be read now. */
  turn(feed: Feed): Promise<void> | undefined;
  /** Permissions have changed, whether an event says so or a mark without one. */
  raise(accessEpoch: number): void;
  published(feed: Feed, event: SharedEvent): void;
  ended(feed: Feed): void;
  /** The upstream was lost and is opened again. */
  reopened(reason: unknown): void;
}

/** How a feed waits. */
export interface FeedTiming {
  /** Milliseconds. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** What a feed is opened with. */
export interface FeedOptions {
  readonly owner: FeedOwner;
  readonly timing: FeedTiming;
  /** Cursor to begin after. */
  readonly after: string | undefined;
  /** Whether a later event makes earlier ones about the same out of date: not while history is read, which is as of now. */
  readonly outdates: boolean;
  /** Whether the first opening may fail: then nobody has been told yet that the stream has begun. */
  readonly mayFail: () => boolean;
}

/** Events of a group that stay in memory. @see gateway.md 6.3 */
export const RING_EVENTS = 256;
/** Events whose text stays; that of older ones is written again for who is late, where nobody has to be asked for it. */
const REMEMBERED = 32;
/** Events that are joined at the same time; they leave in order all the same. */
const WINDOW = 32;
/** An upstream that is lost this soon, and before its first event, was never there. Milliseconds. */
const OPENING_MS = 5_000;
const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;

function isLoss(reason: unknown): boolean {
  if (reason instanceof SubgraphFailure) return true;
  const code = reason instanceof GraphQLError ? reason.extensions['code'] : undefined;
  return isErrorCode(code) && errorCodes[code].isRetryable && code !== 'RATE_LIMITED';
}

function settledLater(): { readonly promise: Promise<void>; readonly settle: () => void } {
  let settle = () => {};
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, settle };
}

/**
 * One upstream and what it has brought: every event rendered once, in order, the last 256 kept. States: new → open ⇄ lost → ended.
 * A lost upstream is opened again after the last event read, at once when a number is missing and after a while (0.1–5 s, random) when the
 * subgraph is gone. It ends when the upstream completes or refuses, or when nobody needs it any more (`stop`).
 */
export class Feed {
  readonly ring = new EventRing(RING_EVENTS);
  readonly #options: FeedOptions;
  readonly #position: FeedPosition;
  #end: FeedEnd | undefined;
  #open: AbortController | undefined;
  #startedAt = 0;
  #isStopped = false;
  #isMoved = false;
  #failures = 0;
  readonly #begun = settledLater();

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#position = feedPosition(options.after);
  }

  /** How it ended; whoever is behind gets what is in the ring first. */
  get end(): FeedEnd | undefined {
    return this.#end;
  }

  /** Cursor of the last event or mark that was read; undefined before the first. */
  get cursor(): string | undefined {
    return this.#position.after;
  }

  /** Resolves when something has been read, or the feed has ended. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  get isStarted(): boolean {
    return this.#startedAt > 0;
  }

  start(): void {
    this.#startedAt = this.#options.timing.now();
    void this.#run();
  }

  /** Opens the upstream again where it stands, for a plan that asks it for something else. */
  reopen(): void {
    this.#isMoved = true;
    this.#open?.abort();
  }

  stop(): void {
    this.#isStopped = true;
    this.#open?.abort();
  }

  async #run(): Promise<void> {
    while (!this.#isStopped && !this.#end) {
      const open = new AbortController();
      this.#open = open;
      this.#isMoved = false;
      try {
        await this.#read(open.signal);
        this.#completed();
      } catch (reason) {
        await this.#interrupted(reason);
      } finally {
        open.abort();
      }
    }
  }

  /** Reads until the upstream ends. What has been read by then is handed on, however it ends. */
  async #read(signal: AbortSignal): Promise<void> {
    const { owner } = this.#options;
    const { plan, open } = owner.source();
    const upstream = open(this.#position.after, signal, this.#position.seq);
    const events = upstream[Symbol.asyncIterator]();
    const window = new OrderedWindow<Rendered>(WINDOW, (rendered) => this.#publish(rendered));
    const render = async (event: UpstreamEvent) => ({ event, answer: writtenAnswer(await owner.source().render(event, signal)) });
    // Asked for every event of every group: a signal would take longer to answer.
    let isReading = true;
    this.#offer(upstream, () => isReading && window.isEmpty, plan);
    try {
      for (;;) {
        const wait = owner.turn(this) ?? window.room();
        if (wait) await wait;
        if (this.#isStopped) return;
        const { done, value } = await events.next();
        if (done || this.#isStopped) return;
        if (this.#accepts(value, plan)) window.add(render(value));
      }
    } finally {
      isReading = false;
      events.return?.().catch(() => undefined);
      await window.drained();
    }
  }

  #offer(upstream: UpstreamEvents, isFree: () => boolean, plan: SubscriptionPlan): void {
    upstream.handTo?.((event) => isFree() && this.#takeAtOnce(event, plan));
  }

  /** What is out of the ordinary is left to those who read one event after the other. */
  #takeAtOnce(event: UpstreamEvent, plan: SubscriptionPlan): boolean {
    const { owner } = this.#options;
    if (this.#isStopped || this.#isMoved || !this.#position.isNext(event.marks) || owner.turn(this)) return false;
    const answer = repeatableAnswer(event, owner.source(), owner.isForOne);
    if (!answer) return false;
    if (this.#accepts(event, plan)) this.#publish({ event, answer });
    return true;
  }

  #publish({ event, answer }: Rendered): void {
    if (this.#isStopped) return;
    const shared = new SharedEvent(this.ring.head + 1, event.marks, answer);
    this.ring.at(shared.number - REMEMBERED)?.compact();
    this.ring.push(shared, this.#options.outdates);
    this.#options.owner.published(this, shared);
  }

  #accepts({ marks }: UpstreamEvent, plan: SubscriptionPlan): boolean {
    const { accessEpoch } = marks;
    if (accessEpoch !== undefined) this.#options.owner.raise(accessEpoch);
    const isNew = this.#position.accepts(marks, plan);
    this.#begun.settle();
    if (isNew) this.#failures = 0;
    return isNew;
  }

  #completed(): void {
    if (!this.#isMoved && !this.#isStopped) this.#finish({ kind: 'complete' });
  }

  async #interrupted(reason: unknown): Promise<void> {
    if (this.#isStopped || this.#isMoved || reason instanceof Gap) return;
    const { owner, timing, mayFail } = this.#options;
    const isNew = mayFail() && !this.#position.hasRead && timing.now() - this.#startedAt < OPENING_MS;
    if (isNew || !isLoss(reason)) return this.#finish({ kind: 'failed', reason });
    owner.reopened(reason);
    const longest = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    await sleep(timing.random() * longest);
  }

  #finish(end: FeedEnd): void {
    this.#end = end;
    this.#begun.settle();
    this.#options.owner.ended(this);
  }
}
