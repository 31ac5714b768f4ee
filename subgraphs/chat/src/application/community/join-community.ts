import { type Clock, err, ok, type Result } from '@veza/kernel';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { CommunityHints } from '../ports/community-log.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies {
  readonly unitOfWork: ChatUnitOfWork;
  readonly communityHints: CommunityHints;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly limits: ChatLimits;
}

/** Who uses which invite. */
export interface JoinCommunityCommand {
  readonly userId: UserId;
  readonly inviteCode: string;
}

/**
 * Makes the holder of an invite a member; whoever is one already stays one and takes no use.
 * Unknown, expired and used-up codes, and those of whoever is banned, fail alike with INVITE_INVALID; else LIMIT_REACHED, RATE_LIMITED.
 */
export function joinCommunity({ unitOfWork, communityHints, takeRate, clock, limits }: Dependencies) {
  return async ({ userId, inviteCode }: JoinCommunityCommand): Promise<Result<CommunityId, ChatFailure>> => {
    const limited = await takeRate('join', userId);
    if (limited) return err(limited);
    const now = clock();
    const refused: ChatFailure = {
      code: 'INVITE_INVALID',
      path: ['inviteCode'],
      message: 'This invite does not exist or is no longer valid.',
    };

    let told: { readonly seq: number; readonly accessEpoch: number } | undefined;

    const joined = await unitOfWork(async (repositories): Promise<Result<CommunityId, ChatFailure>> => {
      const { communities, invites, members, communityLog, events } = repositories;
      const communityId = await invites.findOpen(inviteCode, now);
      if (!communityId) return err(refused);
      const counted = await communities.countOf(userId);
      if (await communities.isMember(communityId, userId)) return ok(communityId);
      if (counted.joined >= limits.communitiesJoined) return err({ code: 'LIMIT_REACHED' });
      const accessEpoch = await communities.raiseEpoch(communityId);
      if (accessEpoch === undefined) throw new Error(`invite to ${communityId}, which does not exist`);
      if (await members.findBan(communityId, userId, now)) return err(refused);
      if (!(await invites.use(inviteCode, now))) return err(refused);

      await communities.addMember(communityId, userId, now);
      const seq = await communityLog.append({ communityId, change: { kind: 'MEMBER', userId }, accessEpoch, occurredAt: now });
      told = { seq, accessEpoch };
      await events.record('chat.membership-changed.v1', communityId, accessEpoch, { communityId, userId, state: 'JOINED' });
      return ok(communityId);
    });
    if (joined.ok && told) communityHints.publish(joined.value, told);
    return joined;
  };
}
