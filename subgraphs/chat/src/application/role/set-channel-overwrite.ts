import { err, ok, type Result } from '@veza/kernel';
import { auditDraft, changesBetween } from '../../domain/audit.ts';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { Channel, ChannelId } from '../../domain/channel.ts';
import type { CommunityId, RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, limitReached, notFound, notPermitted, tooHigh } from '../../domain/failure.ts';
import { isAbove, mayPassOn, outranks, type Ranked } from '../../domain/hierarchy.ts';
import { changedBits, type ChannelOverwrite, isSameTarget, type OverwriteTarget, targetId } from '../../domain/overwrite.ts';
import { NO_PERMISSIONS, type Permission, permissionBits, permissionNames } from '../../domain/permissions.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { Management } from '../management/management.ts';
import type { ChatRepositories } from '../ports/repositories.ts';
import type { OverwriteWriter } from '../ports/role.ts';

/** Whom an overwrite concerns: exactly one of the two. */
export interface OverwriteTargetChoice {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly roleId: RoleId | null;
  readonly userId: UserId | null;
  readonly reason?: string | null | undefined;
}

/** What a channel is to grant and take. */
export interface SetChannelOverwriteCommand extends OverwriteTargetChoice {
  readonly allow: readonly Permission[];
  readonly deny: readonly Permission[];
}

/**
 * Sets what a channel grants and takes for one role or one member, in place of what stood there. Needs MANAGE_ROLES in the channel and every
 * permission that comes or goes; the target stands below one's own top role. In a category it reaches the channels that are synced with it.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID, LIMIT_REACHED.
 */
export function setChannelOverwrite(management: Management) {
  const replace = replaceOverwrite(management);
  return async ({ allow, deny, ...choice }: SetChannelOverwriteCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const bits = { allow: permissionBits(...allow), deny: permissionBits(...deny) };
    if ((bits.allow & bits.deny) !== NO_PERMISSIONS) return err(invalid('a permission is allowed or denied, not both', 'deny'));
    return replace(choice, bits);
  };
}

/**
 * Takes away what a channel grants and takes for one role or one member; nothing there changes nothing. Rights and failures as for setting.
 */
export function removeChannelOverwrite(management: Management) {
  const replace = replaceOverwrite(management);
  return (choice: OverwriteTargetChoice): Promise<Result<ChannelId, ChatFailure>> => replace(choice, undefined);
}

type Bits = Pick<ChannelOverwrite, 'allow' | 'deny'>;
const NOTHING: Bits = { allow: NO_PERMISSIONS, deny: NO_PERMISSIONS };

function replaceOverwrite({ perform, limits }: Management) {
  return async (choice: OverwriteTargetChoice, after: Bits | undefined): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, channelId, reason } = choice;
    const target = targetOf(choice);
    if (!target) return err(invalid('exactly one of roleId and userId is due', 'roleId'));

    return perform({
      actorId,
      reason,
      admit: (admit) => admit.toChannel(actorId, channelId, 'MANAGE_ROLES'),
      async perform(repositories, { communityId, actor, access }) {
        const { overwrites } = repositories;
        const present = (await overwrites.find([channelId])).get(channelId) ?? [];
        const before = present.find((overwrite) => isSameTarget(overwrite.target, target));
        const refused =
          (await targetRefusal(repositories, { communityId, actor, actorId, target })) ??
          bitsRefusal(access, before, after) ??
          (before ? undefined : countRefusal(present.length, limits));
        if (refused) return err(refused);
        const changes = changesBetween(facts(before), facts(after));
        if (!changes) return ok({ value: channelId });
        await write(overwrites, access.channel, { target, after });
        const audit = auditDraft(after ? 'OVERWRITE_SET' : 'OVERWRITE_REMOVED', { ...aboutTarget(target), channelId, changes });
        return ok({ value: channelId, done: { audit, change: { kind: 'CHANNELS' }, changesAccess: true } });
      },
    });
  };
}

async function write(
  overwrites: OverwriteWriter,
  { id, kind }: Channel,
  { target, after }: { readonly target: OverwriteTarget; readonly after: Bits | undefined },
): Promise<void> {
  const channelIds = [id, ...(kind === 'CATEGORY' ? await overwrites.syncedWith(id) : [])];
  await (after ? overwrites.set(channelIds, target, after) : overwrites.remove(channelIds, target));
}

function bitsRefusal(access: ChannelAccess, before: Bits | undefined, after: Bits | undefined): ChatFailure | undefined {
  return mayPassOn(access.permissions, changedBits(before, after ?? NOTHING)) ? undefined : notPermitted(after ? 'allow' : 'channelId');
}

function targetOf({ roleId, userId }: OverwriteTargetChoice): OverwriteTarget | undefined {
  if (roleId !== null) return userId === null ? { kind: 'role', roleId } : undefined;
  return userId === null ? undefined : { kind: 'member', userId };
}

async function targetRefusal(
  { roles, members }: ChatRepositories,
  about: { readonly communityId: CommunityId; readonly actor: Ranked; readonly actorId: UserId; readonly target: OverwriteTarget },
): Promise<ChatFailure | undefined> {
  const { communityId, actor, actorId, target } = about;
  if (target.kind === 'role') {
    const role = (await roles.list(communityId)).find(({ id }) => id === target.roleId);
    if (!role) return notFound('roleId');
    return isAbove(actor, role.position) ? undefined : tooHigh('roleId');
  }
  const member = await members.find(communityId, target.userId);
  if (!member) return notFound('userId');
  return target.userId === actorId || outranks(actor, member) ? undefined : tooHigh('userId');
}

function countRefusal(present: number, { overwritesPerChannel }: ChatLimits): ChatFailure | undefined {
  return present >= overwritesPerChannel ? limitReached('channelId') : undefined;
}

function aboutTarget(target: OverwriteTarget) {
  return { subjectId: targetId(target), userId: target.kind === 'member' ? target.userId : null };
}

function facts(bits: Bits | undefined) {
  return { isSet: bits !== undefined, allow: permissionNames(bits?.allow ?? 0n), deny: permissionNames(bits?.deny ?? 0n) };
}
