import { err, ok, type Result } from '@veza/kernel';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import { endMembership } from '../member/end-membership.ts';

/** Who leaves what. */
export interface LeaveCommunityCommand {
  readonly userId: UserId;
  readonly communityId: CommunityId;
}

/**
 * Ends a membership with its roles and raises the community's access epoch, by which open streams of the person end.
 * Fails with NOT_FOUND, OWNER_CANNOT_LEAVE.
 */
export function leaveCommunity({ perform, clock }: Management) {
  return ({ userId, communityId }: LeaveCommunityCommand): Promise<Result<CommunityId, ChatFailure>> =>
    perform({
      actorId: userId,
      isUnlimited: true,
      admit: (admit) => admit.toCommunity(userId, communityId, { needed: 'MEMBERSHIP' }),
      async perform(repositories, { actor, accessEpoch }) {
        if (actor.isOwner)
          return err({ code: 'OWNER_CANNOT_LEAVE', path: ['communityId'], message: 'The owner of a community cannot leave it.' });
        const ended = await endMembership(repositories, { communityId, userId, accessEpoch, how: 'LEFT', at: clock() });
        if (!ended) return err(notFound('communityId'));
        return ok({ value: communityId, done: { audit: null, change: { kind: 'MEMBER', userId }, changesAccess: true } });
      },
    });
}
