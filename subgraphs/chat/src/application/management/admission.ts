import { err, ok, type Result } from '@veza/kernel';
import { can, canView, type CommunityAccess, type CommunityChannelAccess } from '../../domain/channel-access.ts';
import { type ChannelId, isInCommunity } from '../../domain/channel.ts';
import type { CommunityId, Role, RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { AccessReader } from '../ports/access.ts';
import type { RoleReader } from '../ports/role.ts';
import type { ThreadChannel } from '../ports/thread.ts';

/** What is needed: a permission, the ownership, or nothing beyond membership. */
export type Needed = Permission | 'OWNERSHIP' | 'MEMBERSHIP';

/** The standing under which an act was allowed. */
export interface Admission {
  readonly communityId: CommunityId;
  readonly accessEpoch: number;
}

/** A member about to manage a community. */
export interface CommunityActor extends Admission {
  readonly actor: CommunityAccess;
}

/** A member about to manage a channel. */
export interface ChannelActor extends CommunityActor {
  readonly access: CommunityChannelAccess;
}

/** A member about to do something to a thread. */
export interface ThreadActor extends ChannelActor {
  readonly thread: ThreadChannel;
}

/** A member about to manage a role. */
export interface RoleActor extends CommunityActor {
  readonly role: Role;
}

/** Permissions to change what a thread takes over from its parent. */
const OF_THE_PARENT: ReadonlySet<Permission> = new Set(['MANAGE_CHANNELS', 'MANAGE_ROLES', 'MANAGE_WEBHOOKS']);

interface Dependencies {
  readonly access: AccessReader;
  readonly roles: RoleReader;
}

/**
 * Who may manage what. Fails with NOT_FOUND for what the person cannot see and with NOT_PERMITTED for what they see but may not manage,
 * each naming the field of the input that held the id.
 */
export function admissions({ access, roles }: Dependencies) {
  const toCommunity = async (
    actorId: UserId,
    communityId: CommunityId,
    { needed, path = 'communityId' }: { readonly needed: Needed; readonly path?: string },
  ): Promise<Result<CommunityActor, ChatFailure>> => {
    const actor = (await access.communities(actorId, [communityId])).get(communityId);
    if (!actor) return err(notFound(path));
    return mayManage(actor, needed) ? ok({ communityId, accessEpoch: actor.accessEpoch, actor }) : err(notPermitted(path));
  };

  /** The permission counts as the channel has it. Nobody manages a conversation; what a thread takes over is managed in its parent. */
  const toChannel = async (
    actorId: UserId,
    channelId: ChannelId,
    needed: Permission,
    { path = 'channelId' }: { readonly path?: string } = {},
  ): Promise<Result<ChannelActor, ChatFailure>> => {
    const found = (await access.channels(actorId, [channelId])).get(channelId);
    if (!canView(found)) return err(notFound(path));
    const { channel } = found;
    if (!isInCommunity(channel) || !can(found, needed)) return err(notPermitted(path));
    if (channel.thread && OF_THE_PARENT.has(needed)) return err(invalid('a thread has the settings of its channel', path));
    const member = await toCommunity(actorId, channel.communityId, { needed: 'MEMBERSHIP', path });
    if (!member.ok) return member;
    const accessEpoch = Math.min(found.accessEpoch, member.value.accessEpoch);
    return ok({ ...member.value, accessEpoch, access: { ...found, channel } });
  };

  return {
    /** What any of it was decided by. */
    access,

    toCommunity,

    toChannel,

    /** Whoever sees the thread is admitted; what they may do there is for the act to say. */
    async toThread(actorId: UserId, threadId: ChannelId): Promise<Result<ThreadActor, ChatFailure>> {
      const admitted = await toChannel(actorId, threadId, 'VIEW_CHANNEL', { path: 'threadId' });
      if (!admitted.ok) return admitted;
      const { channel } = admitted.value.access;
      return channel.thread ? ok({ ...admitted.value, thread: { ...channel, thread: channel.thread } }) : err(notFound('threadId'));
    },

    async toRole(actorId: UserId, roleId: RoleId): Promise<Result<RoleActor, ChatFailure>> {
      const role = (await roles.findMany([roleId])).get(roleId);
      if (!role) return err(notFound('roleId'));
      const admitted = await toCommunity(actorId, role.communityId, { needed: 'MANAGE_ROLES', path: 'roleId' });
      return admitted.ok ? ok({ ...admitted.value, role }) : admitted;
    },
  };
}

export type Admissions = ReturnType<typeof admissions>;

function mayManage(actor: CommunityAccess, needed: Needed): boolean {
  if (needed === 'MEMBERSHIP') return true;
  return needed === 'OWNERSHIP' ? actor.isOwner : can(actor, needed);
}
