import { err, ok, type Clock, type Result } from '@veza/kernel';
import { hasLog, type ChannelId } from '../../domain/channel.ts';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { decodeEventCursor, encodeEventCursor } from '../../domain/event/event-cursor.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHead, ChannelLog } from '../ports/log.ts';
import type { ChannelFeeds } from './channel-feeds.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import { type FollowedEvent, followedEvents, type Viewer } from './followed-events.ts';
import { stoppable } from './stoppable.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly log: ChannelLog;
  readonly feeds: ChannelFeeds;
  readonly clock: Clock;
}

/** Who follows which channel, and from where. */
export interface FollowChannelCommand {
  /** Null = a part of the platform that admits viewers itself. */
  readonly viewerId: UserId | null;
  readonly channelId: ChannelId;
  /** Cursor of the last event seen; absent = from now on. */
  readonly after: string | undefined;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

type Start = { readonly seq: number } | { readonly resync: StreamEndReason };
type FollowResult = Result<AsyncIterableIterator<FollowedEvent>, { readonly code: 'NOT_FOUND' | 'CURSOR_INVALID' }>;
export type FollowChannel = ReturnType<typeof followChannel>;

/** What a new subscriber may do: everything for a part of the platform. */
interface Admitted {
  readonly accessEpoch: number;
  readonly readsHistory: boolean;
}

const PLATFORM: Admitted = { accessEpoch: Number.NEGATIVE_INFINITY, readsHistory: true };

/**
 * The log of one channel, first what was missed after the cursor, then live: in order, without a gap or a double.
 * Registers at the feed before it reads, so nothing falls in between. A cursor that can no longer be served answers one `RESYNC_REQUIRED`
 * and ends; losing the channel answers one `ACCESS_REVOKED` and ends.
 * Fails with NOT_FOUND (absent, invisible or without a log) before it looks at the cursor, and with CURSOR_INVALID.
 */
export function followChannel({ access, log, feeds, clock }: Dependencies) {
  const viewerOf = (viewerId: UserId | null, channelId: ChannelId): Viewer | null =>
    viewerId === null
      ? null
      : {
          admit: async () => (await access.channels(viewerId, [channelId])).get(channelId),
          departure: async () => (await access.departures(channelId, [viewerId])).get(viewerId) ?? 'LEFT',
        };

  return async ({ viewerId, channelId, after, signal }: FollowChannelCommand): Promise<FollowResult> => {
    const viewer = viewerOf(viewerId, channelId);
    const admitted = viewer ? admission(await viewer.admit()) : PLATFORM;
    if (!admitted) return err({ code: 'NOT_FOUND' });

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
    const { feed } = lease;
    const cursorAt = (seq: number, epoch = logEpoch) => encodeEventCursor({ channelId, logEpoch: epoch, seq });
    const run = (stopped: AbortSignal): AsyncGenerator<FollowedEvent, void> =>
      'resync' in start
        ? one({ kind: 'RESYNC_REQUIRED', cursor: cursorAt(head.lastSeq), occurredAt: clock(), reason: start.resync })
        : followedEvents({ feed, viewer, cursorAt, clock, admittedEpoch: admitted.accessEpoch, logEpoch, seq: start.seq }, stopped);
    return ok(stoppable({ signal, run, onEnd: lease.release }));
  };
}

function admission(access: ChannelAccess | undefined): Admitted | undefined {
  if (!canView(access) || !hasLog(access.channel)) return undefined;
  return { accessEpoch: access.accessEpoch, readsHistory: can(access, 'READ_HISTORY') };
}

async function headOf(channelId: ChannelId, log: ChannelLog): Promise<ChannelHead | undefined> {
  return (await log.heads([channelId])).get(channelId);
}

/** Where the cursor leads; undefined when it is none of this channel's. */
function startingPoint(channelId: ChannelId, after: string | undefined, head: ChannelHead, { readsHistory }: Admitted): Start | undefined {
  if (after === undefined) return { seq: head.lastSeq };
  const cursor = decodeEventCursor(after);
  if (!cursor || cursor.channelId !== channelId) return undefined;
  if (!cursor.isOfEpoch(head.logEpoch)) return { resync: 'EPOCH_CHANGED' };
  if (cursor.seq > head.lastSeq) return undefined;
  if (cursor.seq < head.floorSeq) return { resync: 'CURSOR_EXPIRED' };
  if (cursor.seq < head.lastSeq && !readsHistory) return { resync: 'HISTORY_NOT_READABLE' };
  return { seq: cursor.seq };
}

async function* one(event: FollowedEvent): AsyncGenerator<FollowedEvent, void> {
  yield event;
}
