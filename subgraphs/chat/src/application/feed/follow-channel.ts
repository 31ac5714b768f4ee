import { err, ok, type Clock, type Result } from '@veza/kernel';
import { hasLog, type ChannelId } from '../../domain/channel.ts';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { decodeEventCursor, encodeEventCursor } from '../../domain/event/event-cursor.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHead, ChannelLog } from '../ports/log.ts';
import type { ChannelFeeds } from './channel-feeds.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import { type FollowedEvent, followedEvents } from './followed-events.ts';
import { stoppable } from './stoppable.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly log: ChannelLog;
  readonly feeds: ChannelFeeds;
  readonly clock: Clock;
}

/** Who follows which channel, and from where. */
export interface FollowChannelCommand {
  readonly viewerId: UserId;
  readonly channelId: ChannelId;
  /** Cursor of the last event seen; absent = from now on. */
  readonly after: string | undefined;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

type Start = { readonly seq: number } | { readonly resync: StreamEndReason };
type FollowResult = Result<AsyncIterableIterator<FollowedEvent>, { readonly code: 'NOT_FOUND' | 'CURSOR_INVALID' }>;
export type FollowChannel = ReturnType<typeof followChannel>;

/**
 * The log of one channel, first what was missed after the cursor, then live: in order, without a gap or a double.
 * Registers at the feed before it reads, so nothing falls in between. A cursor that can no longer be served answers one `RESYNC_REQUIRED`
 * and ends; losing the channel answers one `ACCESS_REVOKED` and ends.
 * Fails with NOT_FOUND (absent, invisible or without a log) before it looks at the cursor, and with CURSOR_INVALID.
 */
export function followChannel({ access, log, feeds, clock }: Dependencies) {
  return async ({ viewerId, channelId, after, signal }: FollowChannelCommand): Promise<FollowResult> => {
    const admit = async () => (await access.channels(viewerId, [channelId])).get(channelId);
    const departure = async () => (await access.departures(channelId, [viewerId])).get(viewerId) ?? 'LEFT';
    const admitted = await admit();
    if (!canView(admitted) || !hasLog(admitted.channel)) return err({ code: 'NOT_FOUND' });

    const lease = await feeds.open(channelId);
    const head = await headOf(channelId, log).catch((error: unknown) => {
      lease?.release();
      throw error;
    });
    const start = head && startingPoint(channelId, after, head, admitted);
    if (!lease || !head || !start) {
      lease?.release();
      return err({ code: head ? 'CURSOR_INVALID' : 'NOT_FOUND' });
    }

    const { logEpoch } = head;
    const cursorAt = (seq: number, epoch = logEpoch) => encodeEventCursor({ channelId, logEpoch: epoch, seq });
    const run = (stopped: AbortSignal): AsyncGenerator<FollowedEvent, void> =>
      'resync' in start
        ? one({ kind: 'RESYNC_REQUIRED', cursor: cursorAt(head.lastSeq), occurredAt: clock(), reason: start.resync })
        : followedEvents(
            { feed: lease.feed, admit, departure, cursorAt, clock, admittedEpoch: admitted.accessEpoch, logEpoch, seq: start.seq },
            stopped,
          );
    return ok(stoppable({ signal, run, onEnd: lease.release }));
  };
}

async function headOf(channelId: ChannelId, log: ChannelLog): Promise<ChannelHead | undefined> {
  return (await log.heads([channelId])).get(channelId);
}

/** Where the cursor leads; undefined when it is none of this channel's. */
function startingPoint(channelId: ChannelId, after: string | undefined, head: ChannelHead, admitted: ChannelAccess): Start | undefined {
  if (after === undefined) return { seq: head.lastSeq };
  const cursor = decodeEventCursor(after);
  if (!cursor || cursor.channelId !== channelId) return undefined;
  if (!cursor.isOfEpoch(head.logEpoch)) return { resync: 'EPOCH_CHANGED' };
  if (cursor.seq > head.lastSeq) return undefined;
  if (cursor.seq < head.floorSeq) return { resync: 'CURSOR_EXPIRED' };
  if (cursor.seq < head.lastSeq && !can(admitted, 'READ_HISTORY')) return { resync: 'HISTORY_NOT_READABLE' };
  return { seq: cursor.seq };
}

async function* one(event: FollowedEvent): AsyncGenerator<FollowedEvent, void> {
  yield event;
}
