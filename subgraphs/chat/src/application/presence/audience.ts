import type { Clock } from '@veza/kernel';
import { canView } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';
import type { Audience } from '../ports/presence.ts';

interface Dependencies {
  readonly audience: Audience;
  readonly access: AccessReader;
  readonly clock: Clock;
}

const HOUR_MS = 3_600_000;
/** Milliseconds for which it stays decided who is active in a channel. */
const BELIEVED_MS = 30_000;

/** Tells whether somebody's presence matters in one channel. */
export type MattersHere = (userId: UserId) => Promise<boolean>;

/** Whose presence matters in a channel: people of the conversation, and who wrote there within the hour and still sees it. Believed for 30 seconds. */
export function audienceOf({ audience, access, clock }: Dependencies, channelId: ChannelId): MattersHere {
  let known: ReadonlySet<UserId> = new Set();
  let untilMs = 0;

  const refresh = async (nowMs: number): Promise<void> => {
    const active = await audience.activeIn(channelId, new Date(nowMs - HOUR_MS));
    const viewers = active.length === 0 ? new Map() : await access.viewers(channelId, active);
    known = new Set(active.filter((userId) => canView(viewers.get(userId))));
    untilMs = nowMs + BELIEVED_MS;
  };

  return async (userId) => {
    const nowMs = clock().getTime();
    if (nowMs >= untilMs) await refresh(nowMs);
    return known.has(userId);
  };
}
