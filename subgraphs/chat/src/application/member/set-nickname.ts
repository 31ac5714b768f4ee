import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { can } from '../../domain/channel-access.ts';
import { type ChatFailure, invalid, notPermitted } from '../../domain/failure.ts';
import { cleanName } from '../../domain/message/text.ts';
import type { GuardText } from '../auto-mod/guard-text.ts';
import type { CommunityActor } from '../management/admission.ts';
import type { Management } from '../management/management.ts';
import type { MemberWriter } from '../ports/member.ts';
import { targetMember } from './target-member.ts';

/** What somebody is to be called in a community; null = as everywhere. */
export interface SetNicknameCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly userId: UserId;
  readonly nickname: string | null;
  readonly reason?: string | null | undefined;
}

/**
 * Names a member in one community: oneself with CHANGE_NICKNAME, others ranked lower with MANAGE_NICKNAMES.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID, AUTOMOD_BLOCKED.
 */
export function setNickname({ perform, guard, limits }: Management & { readonly guard: GuardText }) {
  return (command: SetNicknameCommand): Promise<Result<UserId, ChatFailure>> => {
    const { actorId, communityId, userId, reason } = command;
    return perform({
      actorId,
      reason,
      async admit(admit) {
        const admitted = await admit.toCommunity(actorId, communityId, { needed: 'MEMBERSHIP' });
        if (!admitted.ok || command.nickname === null) return admitted;
        const { permissions, roleIds, accessEpoch } = admitted.value.actor;
        const about = { path: 'nickname', authorId: actorId, communityId, channelId: null, permissions, roleIds, accessEpoch };
        const caught = await guard({ ...about, text: command.nickname });
        return caught ? err(caught) : admitted;
      },
      async perform({ members }, admitted) {
        const before = userId === actorId ? ownNickname(admitted) : await othersNickname(members, admitted, userId);
        if (!before.ok) return before;
        const nickname = command.nickname === null ? null : cleanName(command.nickname, limits.nameLength);
        if (nickname === undefined) return err(invalid(`a nickname has 1 to ${limits.nameLength} characters`, 'nickname'));
        if (nickname === before.value) return ok({ value: userId });
        await members.setNickname(communityId, userId, nickname);
        const audit = userId === actorId ? null : auditDraft('NICKNAME_SET', { userId, changes: { nickname: [before.value, nickname] } });
        return ok({ value: userId, done: { audit, change: { kind: 'MEMBER', userId }, changesAccess: false } });
      },
    });
  };
}

function ownNickname({ actor }: CommunityActor): Result<string | null, ChatFailure> {
  return can(actor, 'CHANGE_NICKNAME') ? ok(actor.nickname) : err(notPermitted('userId'));
}

async function othersNickname(
  members: MemberWriter,
  admitted: CommunityActor,
  userId: UserId,
): Promise<Result<string | null, ChatFailure>> {
  if (!can(admitted.actor, 'MANAGE_NICKNAMES')) return err(notPermitted('userId'));
  const target = await targetMember(members, admitted, userId);
  return target.ok ? ok(target.value.nickname) : target;
}
