import { canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';
import type { BlockReader } from '../ports/conversation.ts';
import type { Audience } from '../ports/presence.ts';
import type { ShowPresence } from '../presence/show-presence.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly audience: Audience;
  readonly blocks: BlockReader;
  readonly show: ShowPresence;
}

/** People whom one message calls by `@here`. */
export const MAX_HERE = 1_000;
/** Members that are looked at together, and at most. */
const CHUNK = 1_000;
const MOST_LOOKED_AT = 20_000;

export type CallHere = ReturnType<typeof callHere>;

/**
 * Who is there to hear `@here` in a channel: members who see it and are seen to be there, but for the author and those with a block between
 * them. At most 1,000, of the first 20,000 members in the order of their ids; nobody in a conversation, where everybody hears everything.
 */
export function callHere({ access, audience, blocks, show }: Dependencies) {
  const amongThese = async ({ channel }: ChannelAccess, members: readonly UserId[], authorId: UserId): Promise<readonly UserId[]> => {
    const shown = await show(members);
    const present = members.filter((userId, index) => userId !== authorId && shown[index]?.presence !== 'OFFLINE');
    if (present.length === 0) return [];
    const [viewers, blocked] = await Promise.all([access.viewers(channel.id, present), blocks.blockedWith(authorId, present)]);
    return present.filter((userId) => canView(viewers.get(userId)) && !blocked.has(userId));
  };

  return async (standing: ChannelAccess, authorId: UserId): Promise<readonly UserId[]> => {
    const { communityId } = standing.channel;
    if (communityId === null) return [];
    const here: UserId[] = [];
    let after: UserId | null = null;
    for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT && here.length < MAX_HERE; lookedAt += CHUNK) {
      const members: readonly UserId[] = await audience.members(communityId, after, CHUNK);
      here.push(...(await amongThese(standing, members, authorId)));
      after = members.at(-1) ?? null;
      if (members.length < CHUNK) break;
    }
    return here.slice(0, MAX_HERE);
  };
}
