import { err, type Id, ok, type Result } from '@veza/kernel';
import { seededOrder } from './seeded-order.ts';

/** A track at a place in what somebody plays. The same track may stand at several. */
export interface QueueEntry {
  readonly id: Id<'queueitem'>;
  readonly trackId: Id<'track'>;
  /** Its place when nothing is shuffled. */
  readonly rank: number;
}

/** An entry that is about to be put somewhere. */
export type NewEntry = Omit<QueueEntry, 'rank'>;

/** Whether new entries come directly behind the one that is on, or at the end. */
export type QueuePosition = 'NEXT' | 'LAST';

/** Entries in all, with those that were played. */
export const MAX_ENTRIES = 1_000;
/** Tracks that are put into the queue, or entries that are taken out, at once. */
export const MAX_ENTRIES_AT_ONCE = 100;

/** The part of a playback state that is its queue. */
interface Queued {
  readonly entries: readonly QueueEntry[];
  /** Place of the one that is on; -1 when none is. */
  readonly currentAt: number;
}

const byRank = (a: QueueEntry, b: QueueEntry) => a.rank - b.rank;
const highestRank = (entries: readonly QueueEntry[]) => entries.reduce((highest, { rank }) => Math.max(highest, rank), -1);

/** Forgets what was played longest ago, until so many more fit. Undefined when what is on and what follows leaves no room for them. */
function withRoom({ entries, currentAt }: Queued, more: number): Queued | undefined {
  const surplus = Math.max(0, entries.length + more - MAX_ENTRIES);
  if (surplus > Math.max(0, currentAt)) return undefined;
  return { entries: entries.slice(surplus), currentAt: currentAt - surplus };
}

/** Puts entries directly behind the one that is on, and moves the natural places of all behind them. */
function insertNext({ entries, currentAt }: Queued, added: readonly NewEntry[]): readonly QueueEntry[] {
  const from = entries[currentAt]?.rank ?? -1;
  const moved = entries.map((entry) => (entry.rank > from ? { ...entry, rank: entry.rank + added.length } : entry));
  const ranked = added.map((entry, place) => ({ ...entry, rank: from + 1 + place }));
  return moved.toSpliced(currentAt + 1, 0, ...ranked);
}

function append(entries: readonly QueueEntry[], added: readonly NewEntry[]): readonly QueueEntry[] {
  const from = highestRank(entries) + 1;
  return [...entries, ...added.map((entry, place) => ({ ...entry, rank: from + place }))];
}

/** Puts entries into a queue, in their order. Fails with QUEUE_FULL; what was played makes room first. */
export function enqueue<State extends Queued>(
  state: State,
  added: readonly NewEntry[],
  position: QueuePosition,
): Result<State, { readonly code: 'QUEUE_FULL' }> {
  const queue = withRoom(state, added.length);
  if (!queue) return err({ code: 'QUEUE_FULL' });
  const entries = position === 'NEXT' ? insertNext(queue, added) : append(queue.entries, added);
  return ok({ ...state, ...queue, entries });
}

/** Takes entries out of what follows. Fails with NOT_FOUND and the place of the first id that does not stand there. */
export function removeEntries<State extends Queued>(
  state: State,
  ids: readonly Id<'queueitem'>[],
): Result<State, { readonly code: 'NOT_FOUND'; readonly place: number }> {
  const { entries, currentAt } = state;
  const following = new Set(entries.slice(currentAt + 1).map(({ id }) => id));
  const place = ids.findIndex((id) => !following.has(id));
  if (place >= 0) return err({ code: 'NOT_FOUND', place });
  const gone = new Set(ids);
  return ok({ ...state, entries: entries.filter(({ id }) => !gone.has(id)) });
}

/** Shuffles what follows, or puts it back into its natural order. What is on and what was played stay. */
export function orderUpcoming<State extends Queued>(state: State, isShuffled: boolean, seed: number): State {
  const { entries, currentAt } = state;
  const following = entries.slice(currentAt + 1).toSorted(byRank);
  return { ...state, entries: [...entries.slice(0, currentAt + 1), ...(isShuffled ? seededOrder(following, seed) : following)] };
}

/** The whole queue from its beginning, nothing of it played yet. */
export function rewound<State extends Queued>(state: State, isShuffled: boolean, seed: number): State {
  return orderUpcoming({ ...state, currentAt: -1 }, isShuffled, seed);
}
