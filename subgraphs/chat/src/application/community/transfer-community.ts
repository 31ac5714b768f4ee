import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, limitReached, notFound } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';

/** Who is to own a community. */
export interface TransferCommunityCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly userId: UserId;
  readonly reason?: string | null | undefined;
}

/**
 * Gives a community to another of its members. Only its owner may, who stays a member; to oneself changes nothing.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED (the new owner owns too many).
 */
export function transferCommunity({ perform, limits }: Management) {
  return ({ actorId, communityId, userId, reason }: TransferCommunityCommand): Promise<Result<CommunityId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'OWNERSHIP' }),
      async perform({ communities, members }, { actor: { community } }) {
        if (userId === actorId) return ok({ value: communityId });
        if (!(await members.find(communityId, userId))) return err(notFound('userId'));
        const { owned } = await communities.countOf(userId);
        if (owned >= limits.communitiesOwned) return err(limitReached('userId'));
        await communities.update({ ...community, ownerId: userId });
        const audit = auditDraft('COMMUNITY_TRANSFERRED', { userId, changes: { ownerId: [actorId, userId] } });
        return ok({ value: communityId, done: { audit, change: { kind: 'COMMUNITY' }, changesAccess: true } });
      },
    });
}
