import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import type { MemberCommand } from './kick-member.ts';
import { targetMember } from './target-member.ts';

/** Whom it concerns, and until when. */
export interface TimeOutMemberCommand extends MemberCommand {
  readonly until: Date;
}

const DAY_MS = 86_400_000;

/**
 * Leaves a member ranked lower nothing but reading until an instant at most 28 days ahead, in place of a time-out that runs.
 * Needs TIME_OUT_MEMBERS. Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function timeOutMember({ perform, clock, limits }: Management) {
  return ({ actorId, communityId, userId, until, reason }: TimeOutMemberCommand): Promise<Result<UserId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'TIME_OUT_MEMBERS' }),
      async perform({ members }, admitted) {
        const now = clock();
        if (until <= now || until.getTime() > now.getTime() + limits.timeOutDays * DAY_MS)
          return err(invalid(`a time-out ends within ${limits.timeOutDays} days`, 'until'));
        const target = await targetMember(members, admitted, userId);
        if (!target.ok) return target;
        await members.setTimeOut(communityId, userId, until);
        const before = target.value.timedOutUntil?.toISOString() ?? null;
        const audit = auditDraft('MEMBER_TIMED_OUT', { userId, changes: { timedOutUntil: [before, until.toISOString()] } });
        return ok({ value: userId, done: { audit, change: { kind: 'MEMBER', userId }, changesAccess: true } });
      },
    });
}

/** Ends a time-out before its time; none there changes nothing. Needs TIME_OUT_MEMBERS. Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
export function liftTimeOut({ perform, clock }: Management) {
  return ({ actorId, communityId, userId, reason }: MemberCommand): Promise<Result<UserId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'TIME_OUT_MEMBERS' }),
      async perform({ members }, admitted) {
        const target = await targetMember(members, admitted, userId);
        if (!target.ok) return target;
        const { timedOutUntil } = target.value;
        if (timedOutUntil === null || timedOutUntil <= clock()) return ok({ value: userId });
        await members.setTimeOut(communityId, userId, null);
        const audit = auditDraft('TIME_OUT_LIFTED', { userId, changes: { timedOutUntil: [timedOutUntil.toISOString(), null] } });
        return ok({ value: userId, done: { audit, change: { kind: 'MEMBER', userId }, changesAccess: true } });
      },
    });
}
