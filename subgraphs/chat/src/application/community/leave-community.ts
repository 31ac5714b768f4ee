import { err, ok, type Result } from '@veza/kernel';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
}

/** Who leaves what. */
export interface LeaveCommunityCommand {
  readonly userId: UserId;
  readonly communityId: CommunityId;
}

export type LeaveCommunity = ReturnType<typeof leaveCommunity>;

/**
 * Ends a membership and raises the community's access epoch, by which open streams of the person end.
 * Fails with NOT_FOUND, OWNER_CANNOT_LEAVE.
 */
export function leaveCommunity({ access, unitOfWork }: Dependencies) {
  return async ({ userId, communityId }: LeaveCommunityCommand): Promise<Result<CommunityId, ChatFailure>> => {
    const membership = (await access.communities(userId, [communityId])).get(communityId);
    if (!membership) return err(notFound('communityId'));
    if (membership.community.ownerId === userId)
      return err({ code: 'OWNER_CANNOT_LEAVE', path: ['communityId'], message: 'The owner of a community cannot leave it.' });

    return unitOfWork(async ({ communities, events }): Promise<Result<CommunityId, ChatFailure>> => {
      const epoch = await communities.raiseEpoch(communityId);
      if (epoch === undefined || !(await communities.removeMember(communityId, userId))) return err(notFound('communityId'));
      await events.record('chat.membership-changed.v1', communityId, epoch, { communityId, userId, state: 'LEFT' });
      return ok(communityId);
    });
  };
}
