import { type Clock, err } from '@veza/kernel';
import { hasLog, type ChannelId } from '../../domain/channel.ts';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { channelCursors } from '../../domain/event/log-cursor.ts';
import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelLog } from '../ports/log.ts';
import type { ChannelFeeds } from './channel-feeds.ts';
import { type Admitted, followLog, type FollowResult, PLATFORM } from './follow-log.ts';
import type { Followed, Standing } from './followed-events.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly log: ChannelLog;
  readonly feeds: ChannelFeeds;
  readonly clock: Clock;
}

/** What a follower of a channel gets. */
export type FollowedEvent = Followed<ChannelEvent>;

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

export type FollowChannel = ReturnType<typeof followChannel>;

/**
 * The log of one channel, as `followLog` says. Fails with NOT_FOUND (absent, invisible or without a log) before it looks at the cursor, and
 * with CURSOR_INVALID.
 */
export function followChannel({ access, ...logs }: Dependencies) {
  const find = async (viewerId: UserId, channelId: ChannelId) => (await access.channels(viewerId, [channelId])).get(channelId);

  const standingOf = async (viewerId: UserId, channelId: ChannelId): Promise<Standing> => {
    const found = await find(viewerId, channelId);
    if (canView(found)) return found;
    return { reason: found ? 'PERMISSION_CHANGED' : ((await access.departures(channelId, [viewerId])).get(viewerId) ?? 'LEFT') };
  };

  return async ({ viewerId, channelId, after, signal }: FollowChannelCommand): Promise<FollowResult<ChannelEvent>> => {
    const admitted = viewerId === null ? PLATFORM : admission(await find(viewerId, channelId));
    if (!admitted) return err({ code: 'NOT_FOUND' });
    const admit = viewerId === null ? null : () => standingOf(viewerId, channelId);
    return followLog({ ...logs, cursors: channelCursors }, { id: channelId, admitted, admit, after, signal });
  };
}

function admission(access: ChannelAccess | undefined): Admitted | undefined {
  if (!canView(access) || !hasLog(access.channel)) return undefined;
  return { accessEpoch: access.accessEpoch, readsHistory: can(access, 'READ_HISTORY') };
}
