import { ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import { endMembership } from './end-membership.ts';
import { targetMember } from './target-member.ts';

/** Whom it concerns, by whom and why. */
export interface MemberCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly userId: UserId;
  readonly reason?: string | null | undefined;
}

/**
 * Removes a member ranked lower, with their roles; an invite lets them in again. Needs KICK_MEMBERS.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function kickMember({ perform, clock }: Management) {
  return ({ actorId, communityId, userId, reason }: MemberCommand): Promise<Result<UserId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'KICK_MEMBERS' }),
      async perform(repositories, admitted) {
        const target = await targetMember(repositories.members, admitted, userId);
        if (!target.ok) return target;
        await endMembership(repositories, { communityId, userId, accessEpoch: admitted.accessEpoch, how: 'KICKED', at: clock() });
        const audit = auditDraft('MEMBER_KICKED', { userId });
        return ok({ value: userId, done: { audit, change: { kind: 'MEMBER', userId }, changesAccess: true } });
      },
    });
}
