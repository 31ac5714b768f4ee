import { GraphQLError } from 'graphql';
import { NO_MARKS } from '../../plan/own/live/mark-selections.ts';
import { coversSelection, type SharedSelection } from '../../plan/own/live/shared-selection.ts';
import type { EventMarks, UpstreamEvent } from '../../plan/subscription-plan.ts';
import { feedPosition, type FeedPosition, Gap, MARK } from './feed-position.ts';
import type { UpstreamBranch } from './upstream-branch.ts';

/** Events and marks that stay, for those who come over from another upstream. */
const KEPT = 256;
/** Read alone, as a log that can be gone on with: what is shared is nothing else. */
const AS_LOG = { live: { share: 'TOPIC', policy: 'LOG' }, isResumable: true } as const;

/** Who is told of an upstream. */
export interface UpstreamOwner {
  /** It has read something. */
  advanced(upstream: SharedUpstreamFeed): void;
  /** It has ended, or nobody may join any more. */
  over(upstream: SharedUpstreamFeed): void;
}

const markAt = (cursor: string, seq: number): EventMarks => ({ ...NO_MARKS, typeName: MARK, cursor, seq });

/** One upstream for several selections. States: waiting → open → over. Whatever it cannot do for everybody, each branch then does alone. */
export class SharedUpstreamFeed {
  readonly branches = new Set<UpstreamBranch>();
  selection: SharedSelection;
  isOpen = false;
  isOver = false;
  readonly #owner: UpstreamOwner;
  readonly #abort = new AbortController();
  readonly #kept: UpstreamEvent[] = [];
  #position: FeedPosition = feedPosition(undefined);
  #start: string | undefined;
  /** Whether everything since its start is kept. */
  #isWhole = true;

  constructor(selection: SharedSelection, owner: UpstreamOwner) {
    this.selection = selection;
    this.#owner = owner;
  }

  /** Cursor where it stands; undefined before anything is known. */
  get after(): string | undefined {
    return this.#position.after;
  }

  get seq(): number | undefined {
    return this.#position.seq;
  }

  /** Begins to read; who waits for another place than this goes alone. */
  open(after: string | undefined, seq: number | undefined): void {
    const [first] = this.branches;
    if (!first) return this.close();
    this.isOpen = true;
    this.#start = after;
    this.#position = feedPosition(after);
    this.#seed(after, seq);
    for (const branch of this.branches) {
      branch.after ??= after;
      if (branch.after !== after) this.#sendAway(branch);
    }
    const opener = first.wish;
    void this.#run(opener.open(this.selection, after, this.#abort.signal));
  }

  /** Lets a branch in where the upstream stands. */
  join(branch: UpstreamBranch): void {
    this.branches.add(branch);
    if (this.isOpen) branch.after ??= this.after;
  }

  /** Lets a branch in after a cursor; false when what follows it is not known here. */
  joinAfter(branch: UpstreamBranch, cursor: string, seq: number | undefined): boolean {
    const missed = this.#since(cursor, seq);
    if (!missed) return false;
    for (const event of missed) branch.push(event, this.after);
    this.branches.add(branch);
    return true;
  }

  /** Whether it still has an event, so that others can go on here after it. */
  hasEvent(cursor: string): boolean {
    return this.#placeOf(cursor) >= 0;
  }

  /** Takes over all branches of another upstream, once both have met. */
  takeOver(other: SharedUpstreamFeed): boolean {
    const { after, seq } = other;
    if (after === undefined || !this.isOpen || !coversSelection(this.selection, other.selection)) return false;
    if (!this.#since(after, seq)) return false;
    for (const branch of other.branches) this.joinAfter(branch, after, seq);
    other.branches.clear();
    other.close();
    return true;
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#abort.abort();
    this.#owner.over(this);
  }

  async #run(events: AsyncIterable<UpstreamEvent>): Promise<void> {
    try {
      for await (const event of events) {
        if (this.isOver) return;
        this.#take(event);
        if (this.isOver) return;
      }
      this.#end({ kind: 'complete' });
    } catch (reason) {
      this.#failed(reason);
    }
  }

  #failed(reason: unknown): void {
    if (this.isOver) return;
    // What one of them may not ask for is no reason to refuse the others.
    if (reason instanceof Gap || (reason instanceof GraphQLError && this.#isWide())) this.#sendAllAway(() => true);
    this.#end({ kind: 'failed', reason });
  }

  #end(end: Parameters<UpstreamBranch['end']>[0]): void {
    if (this.isOver) return;
    for (const branch of this.branches) branch.end(end);
    this.branches.clear();
    this.close();
  }

  #isAllOf({ wish }: UpstreamBranch): boolean {
    return coversSelection(wish.selection, this.selection);
  }

  #isWide(): boolean {
    return Array.from(this.branches).some((branch) => !this.#isAllOf(branch));
  }

  /** Whether an event failed that others can read again without what failed. */
  #mayBreak({ answer: { errors = [] } }: UpstreamEvent): boolean {
    return errors.length > 0 && this.after !== undefined && this.#isWide();
  }

  /** @throws Gap when events between are missing */
  #take(event: UpstreamEvent): void {
    if (this.#mayBreak(event)) return this.#broken(event);
    const isNew = this.#position.accepts(event.marks, AS_LOG);
    const isMark = event.marks.typeName === MARK;
    if (!isNew && !isMark) return;
    if (isMark && this.#kept.length === 0) this.#start ??= this.after;
    this.#hand(event);
    this.#owner.advanced(this);
  }

  #hand(event: UpstreamEvent): void {
    const shared: UpstreamEvent = { ...event, isShared: true };
    this.#kept.push(shared);
    if (this.#kept.length > KEPT) {
      this.#kept.shift();
      this.#isWhole = false;
    }
    for (const branch of this.branches) {
      if (branch.hasRoom) branch.push(shared, this.after);
      else this.#sendAway(branch);
    }
  }

  /** What failed may be what only some have selected, and an error may take its neighbours along: the others read the event without it. */
  #broken(event: UpstreamEvent): void {
    this.#sendAllAway((branch) => !this.#isAllOf(branch));
    this.#owner.over(this);
    if (this.branches.size === 0) return this.close();
    this.#take(event);
  }

  #sendAway(branch: UpstreamBranch): void {
    this.branches.delete(branch);
    branch.goAlone();
  }

  #sendAllAway(isAway: (branch: UpstreamBranch) => boolean): void {
    for (const branch of this.branches) if (isAway(branch)) this.#sendAway(branch);
  }

  #seed(cursor: string | undefined, seq: number | undefined): void {
    if (cursor !== undefined && seq !== undefined) this.#position.accepts(markAt(cursor, seq), AS_LOG);
  }

  #placeOf(cursor: string): number {
    return this.#kept.findLastIndex(({ marks }) => marks.typeName !== MARK && marks.cursor === cursor);
  }

  #since(cursor: string, seq: number | undefined): readonly UpstreamEvent[] | undefined {
    const place = this.#placeOf(cursor);
    if (place >= 0) return this.#kept.slice(place + 1);
    if (this.#start !== cursor || !this.#isWhole) return undefined;
    const first = this.#kept.find(({ marks }) => marks.typeName !== MARK)?.marks.seq;
    if (seq !== undefined && first !== undefined && first !== seq + 1) return undefined;
    if (this.after === cursor) this.#seed(cursor, seq);
    return this.#kept;
  }
}
