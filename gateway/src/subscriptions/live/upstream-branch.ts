import type { UpstreamEvent } from '../../plan/subscription-plan.ts';
import { MARK } from './feed-position.ts';
import type { SharedSelection } from '../../plan/own/live/shared-selection.ts';

/** What one feed asks of an upstream. */
export interface Wish {
  readonly selection: SharedSelection;
  /** Asks for at least its own selection. @param after cursor to go on from; undefined for from now on */
  open(selection: SharedSelection, after: string | undefined, signal: AbortSignal): AsyncIterable<UpstreamEvent>;
}

/** Events that wait for one feed; what comes then is read by itself, as fast as the feed takes it. */
const MAX_WAITING = 256;

type End = { readonly kind: 'complete' } | { readonly kind: 'failed'; readonly reason: unknown };

/** Takes an event at once; false when it cannot, so that the event has to be read. */
export type TakeAtOnce = (event: UpstreamEvent) => boolean;

/** Events that can be read, and taken without waiting by who has read everything. */
export interface UpstreamEvents extends AsyncIterable<UpstreamEvent> {
  /** From now on an event that comes while the next one is waited for is handed over at once. */
  handTo?(take: TakeAtOnce): void;
}

/** Lets a branch that reads alone in after the event that it stands at; false where that is not known. */
export type Rejoin = (branch: UpstreamBranch) => boolean;

/** Where a branch begins. */
export interface BranchPlace {
  readonly after: string | undefined;
  /** Number of the event there, where it is known. */
  readonly seq: number | undefined;
  readonly rejoin?: Rejoin;
}

/** One feed's part in a shared upstream. What has been handed to it is read first, however it goes on. */
export class UpstreamBranch implements UpstreamEvents {
  readonly wish: Wish;
  /** Cursor of the last event that it was handed. */
  after: string | undefined;
  /** Number of the event at its start, where it is known. */
  readonly seq: number | undefined;
  readonly #signal: AbortSignal;
  readonly #waiting: UpstreamEvent[] = [];
  #alone: AsyncIterator<UpstreamEvent> | undefined;
  #isApart = false;
  #end: End | undefined;
  #wake: (() => void) | undefined;
  #take: TakeAtOnce | undefined;
  readonly #rejoin: Rejoin | undefined;

  constructor(wish: Wish, place: BranchPlace, signal: AbortSignal) {
    this.wish = wish;
    this.#rejoin = place.rejoin;
    this.after = place.after;
    this.seq = place.seq;
    this.#signal = signal;
  }

  /** Whether it can be handed another event. */
  get hasRoom(): boolean {
    return this.#waiting.length < MAX_WAITING;
  }

  /** @param after cursor where its upstream stands with it */
  push(event: UpstreamEvent, after: string | undefined): void {
    this.after = after ?? this.after;
    // Who waits for the next event has read everything before it.
    if (this.#wake && this.#take?.(event)) return;
    this.#waiting.push(event);
    this.#stir();
  }

  handTo(take: TakeAtOnce): void {
    this.#take = take;
  }

  /** Goes on with an upstream of its own, after the last event it was handed. */
  goAlone(): void {
    this.#isApart = true;
    this.#stir();
  }

  end(end: End): void {
    this.#end = end;
    this.#stir();
  }

  [Symbol.asyncIterator](): AsyncIterator<UpstreamEvent, undefined> {
    const wake = () => this.#stir();
    this.#signal.addEventListener('abort', wake, { once: true });
    return {
      next: () => this.#next(),
      return: async () => {
        this.#signal.removeEventListener('abort', wake);
        await this.#alone?.return?.();
        return { done: true, value: undefined };
      },
    };
  }

  async #next(): Promise<IteratorResult<UpstreamEvent, undefined>> {
    for (;;) {
      if (this.#signal.aborted) return { done: true, value: undefined };
      const value = this.#waiting.shift();
      if (value) return { done: false, value };
      if (this.#isApart) return this.#nextAlone();
      if (this.#end?.kind === 'failed') throw this.#end.reason;
      if (this.#end) return { done: true, value: undefined };
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async #nextAlone(): Promise<IteratorResult<UpstreamEvent, undefined>> {
    const { selection, open } = this.wish;
    this.#alone ??= open(selection, this.after, this.#signal)[Symbol.asyncIterator]();
    const next = await this.#alone.next();
    if (!next.done) this.#arrived(next.value);
    return next;
  }

  /**
   * Where the shared upstream has the event before this one, it goes on there. Either may be the first to bring this event, so it may come
   * twice; who reads drops doubles.
   */
  #arrived({ marks: { typeName, cursor } }: UpstreamEvent): void {
    if (cursor === undefined || typeName === MARK || this.#signal.aborted) return;
    if (!this.#rejoin?.(this)) {
      this.after = cursor;
      return;
    }
    this.#isApart = false;
    this.#alone?.return?.().catch(() => undefined);
    this.#alone = undefined;
  }

  #stir(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}
