import { err, ok, type Result } from '@veza/kernel';
import { type AuditChanges, auditDraft } from '../../domain/audit.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, tooHigh } from '../../domain/failure.ts';
import { outranks, type Ranked } from '../../domain/hierarchy.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanText } from '../../domain/message/text.ts';
import type { Management } from '../management/management.ts';
import { endMembership } from './end-membership.ts';
import type { MemberCommand } from './kick-member.ts';

/** Whom it concerns, until when, and from when on their messages go. */
export interface BanMemberCommand extends MemberCommand {
  /** null = for good. */
  readonly until: Date | null;
  /** null = none. */
  readonly deleteMessagesSince: Date | null;
}

const DAY_MS = 86_400_000;

/**
 * Bars a person, member or not, from a community; a member ranked lower loses the membership with its roles. A ban that stands is replaced.
 * With `deleteMessagesSince` their messages from then on are deleted afterwards, each with its event. Needs BAN_MEMBERS.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function banMember({ perform, clock, limits }: Management) {
  return (command: BanMemberCommand): Promise<Result<UserId, ChatFailure>> => {
    const { actorId, communityId, userId, until, deleteMessagesSince } = command;
    return perform({
      actorId,
      reason: command.reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'BAN_MEMBERS' }),
      async perform(repositories, { actor, accessEpoch }) {
        const { members } = repositories;
        const at = clock();
        const member = await members.find(communityId, userId);
        const refused = refusal(command, at, limits) ?? standingRefusal(command, actor, member);
        if (refused) return err(refused);
        if (member) await endMembership(repositories, { communityId, userId, accessEpoch, how: 'BANNED', at });
        const reason = cleanText(command.reason, limits.reasonLength) ?? null;
        await members.ban({ communityId, userId, actorId, reason, until, createdAt: at });
        if (deleteMessagesSince) await members.scheduleSweep({ communityId, userId, actorId, since: deleteMessagesSince, until: at });
        const audit = auditDraft('MEMBER_BANNED', { userId, changes: facts(command) });
        return ok({ value: userId, done: { audit, change: member ? { kind: 'MEMBER', userId } : null, changesAccess: true } });
      },
    });
  };
}

function refusal({ until, deleteMessagesSince }: BanMemberCommand, now: Date, limits: ChatLimits): ChatFailure | undefined {
  if (until !== null && until <= now) return invalid('the end lies in the future', 'until');
  if (deleteMessagesSince === null) return undefined;
  const earliest = now.getTime() - limits.banDeleteDays * DAY_MS;
  if (deleteMessagesSince.getTime() < earliest || deleteMessagesSince > now)
    return invalid(`messages go at most ${limits.banDeleteDays} days back`, 'deleteMessagesSince');
  return undefined;
}

function standingRefusal({ actorId, userId }: BanMemberCommand, actor: Ranked, member: Ranked | undefined): ChatFailure | undefined {
  return userId === actorId || (member && !outranks(actor, member)) ? tooHigh('userId') : undefined;
}

function facts({ until, deleteMessagesSince }: BanMemberCommand): AuditChanges {
  return { until: [null, until?.toISOString() ?? null], deleteMessagesSince: [null, deleteMessagesSince?.toISOString() ?? null] };
}
