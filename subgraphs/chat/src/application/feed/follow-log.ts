import { type Clock, err, ok, type Result } from '@veza/kernel';
import type { DecodedLogCursor, LogCursors } from '../../domain/event/log-cursor.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import type { FollowedEntry, FollowedHead, FollowedLog } from '../ports/followed-log.ts';
import { type Followed, followedEvents, type Standing } from './followed-events.ts';
import type { LogFeeds } from './log-feeds.ts';
import { stoppable } from './stoppable.ts';

/** What a new subscriber may do. */
export interface Admitted {
  readonly accessEpoch: number;
  /** Whether they may be given what they missed. */
  readonly readsHistory: boolean;
}

/** A part of the platform, which admits viewers itself. */
export const PLATFORM: Admitted = { accessEpoch: Number.NEGATIVE_INFINITY, readsHistory: true };

/** Logs of one kind and their feeds. */
export interface FollowedLogs<Id extends string, Entry extends FollowedEntry> {
  readonly log: FollowedLog<Id, Entry>;
  readonly feeds: LogFeeds<Id, Entry>;
  readonly cursors: LogCursors<Id>;
  readonly clock: Clock;
}

/** Who follows which log, and from where. Access was decided before. */
export interface FollowLogCommand<Id extends string> {
  readonly id: Id;
  readonly admitted: Admitted;
  /** Checks the viewer again; null for a part of the platform. */
  readonly admit: (() => Promise<Standing>) | null;
  /** Cursor of the last event seen; absent = from now on. */
  readonly after: string | undefined;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** A stream, or why there is none. */
export type FollowResult<Entry> = Result<AsyncIterableIterator<Followed<Entry>>, { readonly code: 'NOT_FOUND' | 'CURSOR_INVALID' }>;

type Start = { readonly seq: number } | { readonly resync: StreamEndReason };

/**
 * One log, first what was missed after the cursor, then live: in order, without a gap or a double.
 * Registers at the feed before it reads, so nothing falls in between. A cursor that can no longer be served answers one `RESYNC_REQUIRED`
 * and ends; losing access answers one `ACCESS_REVOKED` and ends. Fails with NOT_FOUND (there is no such log) and CURSOR_INVALID.
 */
export async function followLog<Id extends string, Entry extends FollowedEntry>(
  { log, feeds, cursors, clock }: FollowedLogs<Id, Entry>,
  { id, admitted, admit, after, signal }: FollowLogCommand<Id>,
): Promise<FollowResult<Entry>> {
  const lease = await feeds.open(id);
  const head = await headOf(id, log).catch((error: unknown) => {
    lease?.release();
    throw error;
  });
  const start = head && startingPoint(after === undefined ? undefined : (cursors.decode(after) ?? null), { id, head, admitted });
  if (!lease || !head || !start) {
    lease?.release();
    return err({ code: head ? 'CURSOR_INVALID' : 'NOT_FOUND' });
  }

  const { logEpoch } = head;
  const { feed } = lease;
  const cursorAt = (seq: number, epoch: string = logEpoch) => cursors.encode({ id, logEpoch: epoch, seq });
  const run = (stopped: AbortSignal): AsyncGenerator<Followed<Entry>, void> =>
    'resync' in start
      ? one({ kind: 'RESYNC_REQUIRED', cursor: cursorAt(head.lastSeq), occurredAt: clock(), reason: start.resync })
      : followedEvents({ feed, admit, cursorAt, clock, admittedEpoch: admitted.accessEpoch, logEpoch, seq: start.seq }, stopped);
  return ok(stoppable({ signal, run, onEnd: lease.release }));
}

async function headOf<Id extends string, Entry extends FollowedEntry>(
  id: Id,
  log: FollowedLog<Id, Entry>,
): Promise<FollowedHead | undefined> {
  return (await log.heads([id])).get(id);
}

/** Where the cursor leads; undefined when it is none of this log's. @param cursor undefined = none given, null = none that can be read */
function startingPoint<Id extends string>(
  cursor: DecodedLogCursor<Id> | undefined | null,
  { id, head, admitted }: { readonly id: Id; readonly head: FollowedHead; readonly admitted: Admitted },
): Start | undefined {
  if (cursor === undefined) return { seq: head.lastSeq };
  if (cursor === null || cursor.id !== id) return undefined;
  if (!cursor.isOfEpoch(head.logEpoch)) return { resync: 'EPOCH_CHANGED' };
  if (cursor.seq > head.lastSeq) return undefined;
  if (cursor.seq < head.floorSeq) return { resync: 'CURSOR_EXPIRED' };
  if (cursor.seq < head.lastSeq && !admitted.readsHistory) return { resync: 'HISTORY_NOT_READABLE' };
  return { seq: cursor.seq };
}

async function* one<T>(event: T): AsyncGenerator<T, void> {
  yield event;
}
