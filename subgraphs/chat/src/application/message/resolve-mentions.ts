import { err, ok, parseTypeId, type Result, toTypeId } from '@veza/kernel';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { CommunityId, RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, limitReached } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { type Mentions, namedInText, NO_MENTIONS } from '../../domain/message/mentions.ts';
import type { AccessReader } from '../ports/access.ts';
import type { BlockReader } from '../ports/conversation.ts';
import type { RoleReader } from '../ports/role.ts';
import type { CallHere } from './call-here.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly roles: RoleReader;
  readonly blocks: BlockReader;
  readonly callHere: CallHere;
  readonly limits: ChatLimits;
}

export type ResolveMentions = ReturnType<typeof resolveMentions>;

/**
 * Whom a text in a channel calls: people who see the channel without a block between them and the author, and, with MENTION_EVERYONE, roles of the community,
 * everybody, and everybody who is there.
 * Whatever else it names is text. Fails with LIMIT_REACHED.
 */
export function resolveMentions({ access, roles, blocks, callHere, limits }: Dependencies) {
  const viewersAmong = async ({ channel }: ChannelAccess, users: readonly UserId[], authorId: UserId): Promise<readonly UserId[]> => {
    if (users.length === 0) return [];
    const [viewers, blocked] = await Promise.all([access.viewers(channel.id, users), blocks.blockedWith(authorId, users)]);
    return users.filter((userId) => canView(viewers.get(userId)) && !blocked.has(userId));
  };
  const rolesAmong = async ({ channel }: ChannelAccess, named: readonly RoleId[]): Promise<readonly RoleId[]> => {
    if (named.length === 0) return [];
    const found = await roles.findMany(named);
    return named.filter((roleId) => found.get(roleId)?.communityId === channel.communityId);
  };

  return async (content: string, standing: ChannelAccess, authorId: UserId): Promise<Result<Mentions, ChatFailure>> => {
    const named = namedInText(content);
    if (named.users.length > limits.mentions || named.roles.length > limits.mentions) return err(limitReached('content'));
    const users = await viewersAmong(standing, named.users, authorId);
    if (!can(standing, 'MENTION_EVERYONE')) return ok({ ...NO_MENTIONS, users });
    const called = await rolesAmong(standing, named.roles);
    const { communityId } = standing.channel;
    const everyone = named.everyone && communityId ? [everyoneRoleId(communityId)] : [];
    const here = named.here ? await callHere(standing, authorId) : [];
    return ok({ users, roles: [...new Set([...called, ...everyone])].toSorted(), here: here.filter((userId) => !users.includes(userId)) });
  };
}

function everyoneRoleId(communityId: CommunityId): RoleId {
  return toTypeId('role', parseTypeId('community', communityId) ?? '') as RoleId;
}
