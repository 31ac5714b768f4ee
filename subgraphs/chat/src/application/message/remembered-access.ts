import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { ChannelId, ChannelKind } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';

/** Pairs of person and channel that are remembered; beyond, those that were not asked for the longest are forgotten. */
const CAPACITY = 20_000;

/** Kinds of channel of which everything that decides a send changes together with the epoch. */
const KINDS: ReadonlySet<ChannelKind> = new Set(['TEXT', 'ANNOUNCEMENT', 'LISTENING_PARTY']);

/**
 * What people may do in channels as it was decided last. It may be outdated: only for what is written under its epoch, because such a write
 * notices. Nobody is refused by it.
 */
export interface RememberedAccess {
  /** Undefined when nothing is remembered. */
  find(userId: UserId, channelId: ChannelId): ChannelAccess | undefined;
  /** As it is now; remembers it. Undefined for whoever is no member, or when there is no such channel. */
  decide(userId: UserId, channelId: ChannelId): Promise<ChannelAccess | undefined>;
}

/** Remembers in this process. */
export function rememberedAccess(access: AccessReader, capacity: number = CAPACITY): RememberedAccess {
  /** In the order in which they were asked for last. */
  const known = new Map<string, ChannelAccess>();

  const remember = (key: string, standing: ChannelAccess) => {
    known.delete(key);
    known.set(key, standing);
    const [oldest] = known.keys();
    if (known.size > capacity && oldest !== undefined) known.delete(oldest);
  };

  return {
    find(userId, channelId) {
      const key = `${userId} ${channelId}`;
      const standing = known.get(key);
      if (standing) remember(key, standing);
      return standing;
    },
    async decide(userId, channelId) {
      const key = `${userId} ${channelId}`;
      const standing = (await access.channels(userId, [channelId])).get(channelId);
      known.delete(key);
      if (standing && KINDS.has(standing.channel.kind)) remember(key, standing);
      return standing;
    },
  };
}
