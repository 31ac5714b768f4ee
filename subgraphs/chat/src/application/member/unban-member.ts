import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import type { MemberCommand } from './kick-member.ts';

/** Ends a ban; an invite lets the person in again. Needs BAN_MEMBERS. Fails with NOT_FOUND (also without a ban), NOT_PERMITTED, INVALID. */
export function unbanMember({ perform }: Management) {
  return ({ actorId, communityId, userId, reason }: MemberCommand): Promise<Result<UserId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'BAN_MEMBERS' }),
      async perform({ members }) {
        if (!(await members.unban(communityId, userId))) return err(notFound('userId'));
        const audit = auditDraft('MEMBER_UNBANNED', { userId });
        return ok({ value: userId, done: { audit, change: null, changesAccess: false } });
      },
    });
}
