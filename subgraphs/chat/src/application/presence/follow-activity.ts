import { type Clock, err, ok, type Result } from '@veza/kernel';
import { canView } from '../../domain/channel-access.ts';
import { type ChannelId, hasLog } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import type { ChannelFeeds } from '../feed/channel-feeds.ts';
import type { FeedMark, Followed } from '../feed/followed-events.ts';
import { stoppable } from '../feed/stoppable.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ActivityBus, Audience } from '../ports/presence.ts';
import { type ActivityFeed, newsOf } from './activity-news.ts';
import type { ShownActivity } from './pending-activity.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly activity: ActivityBus;
  readonly audience: Audience;
  readonly feeds: ChannelFeeds;
  readonly clock: Clock;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Who looks at which channel. */
export interface FollowActivityCommand {
  /** Null = a part of the platform that admits viewers itself. */
  readonly viewerId: UserId | null;
  readonly channelId: ChannelId;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** What a subscriber gets: activity, with the epoch of the permissions at that moment, the end of the stream, and marks for the platform. */
export type FollowedActivity =
  | (ShownActivity & { readonly accessEpoch: number })
  | Extract<Followed<never>, { readonly kind: 'RESYNC_REQUIRED' | 'ACCESS_REVOKED' }>
  | FeedMark;

/** Milliseconds between two frames of one subscriber: at most 4 a second. */
const FRAME_MS = 250;

/**
 * Who types in a channel and who of those active there comes and goes, from now on. Lossy: of each person and kind the latest, at most four
 * a second. Whoever loses sight of the channel gets one ACCESS_REVOKED, and nothing more. Fails with NOT_FOUND (absent, invisible or a category).
 */
export function followActivity(deps: Dependencies) {
  const { access, feeds, clock, pause } = deps;
  const find = async (viewerId: UserId, channelId: ChannelId) => (await access.channels(viewerId, [channelId])).get(channelId);

  const revocation = async (viewerId: UserId, channelId: ChannelId): Promise<StreamEndReason | undefined> => {
    const found = await find(viewerId, channelId);
    if (canView(found)) return undefined;
    return found ? 'PERMISSION_CHANGED' : ((await access.departures(channelId, [viewerId])).get(viewerId) ?? 'LEFT');
  };

  async function* admissions(command: FollowActivityCommand, accessEpoch: number): AsyncGenerator<FollowedActivity, boolean> {
    const { viewerId, channelId } = command;
    const place = { cursor: '', occurredAt: clock() };
    if (viewerId === null) yield { ...place, kind: 'FEED_MARK', seq: 0, accessEpoch };
    const reason = viewerId === null ? undefined : await revocation(viewerId, channelId);
    if (reason) yield { ...place, kind: 'ACCESS_REVOKED', reason };
    return reason === undefined;
  }

  async function* run(command: FollowActivityCommand, feed: ActivityFeed, signal: AbortSignal): AsyncGenerator<FollowedActivity, void> {
    const news = newsOf(deps, { channelId: command.channelId, feed, signal });
    let admittedEpoch = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      const { accessEpoch } = feed;
      if (accessEpoch > admittedEpoch) {
        if (!(yield* admissions(command, accessEpoch))) return;
        admittedEpoch = accessEpoch;
        continue;
      }
      const next = news.pending.take(clock());
      if (!next) {
        await news.come();
        continue;
      }
      yield { ...next, accessEpoch };
      await pause(FRAME_MS, signal);
    }
  }

  return async (
    command: FollowActivityCommand,
  ): Promise<Result<AsyncIterableIterator<FollowedActivity>, { readonly code: 'NOT_FOUND' }>> => {
    const { viewerId, channelId, signal } = command;
    const standing = viewerId === null ? undefined : await find(viewerId, channelId);
    if (viewerId !== null && (!canView(standing) || !hasLog(standing.channel))) return err({ code: 'NOT_FOUND' });
    const lease = await feeds.open(channelId);
    if (!lease) return err({ code: 'NOT_FOUND' });
    return ok(stoppable({ signal, run: (stopped) => run(command, lease.feed, stopped), onEnd: lease.release }));
  };
}
