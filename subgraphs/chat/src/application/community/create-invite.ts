import { type Clock, err, ok, type RandomBytes, type Result } from '@veza/kernel';
import { can } from '../../domain/channel-access.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import { type Invite, inviteCode } from '../../domain/invite.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly limits: ChatLimits;
}

/** An invite as its maker wants it; null = without limit, never. */
export interface CreateInviteCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly maxUses: number | null;
  readonly expiresAt: Date | null;
}

export type CreateInvite = ReturnType<typeof createInvite>;

/**
 * Makes a way into a community for whoever holds its code. Needs CREATE_INVITE.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED.
 */
export function createInvite({ access, unitOfWork, clock, random, limits }: Dependencies) {
  return async ({ actorId, communityId, maxUses, expiresAt }: CreateInviteCommand): Promise<Result<Invite, ChatFailure>> => {
    const community = (await access.communities(actorId, [communityId])).get(communityId);
    if (!community) return err(notFound('communityId'));
    if (!can(community, 'CREATE_INVITE')) return err(notPermitted('communityId'));
    if (maxUses !== null && (maxUses < 1 || maxUses > limits.inviteUses))
      return err(invalid(`uses go from 1 to ${limits.inviteUses}`, 'maxUses'));
    const createdAt = clock();
    if (expiresAt !== null && expiresAt <= createdAt) return err(invalid('the end lies in the future', 'expiresAt'));

    const invite: Invite = { code: inviteCode(random), communityId, uses: 0, maxUses, expiresAt };
    return unitOfWork(async ({ invites }): Promise<Result<Invite, ChatFailure>> => {
      if ((await invites.count(communityId)) >= limits.invitesPerCommunity) return err({ code: 'LIMIT_REACHED', path: ['communityId'] });
      await invites.create(invite, { creatorId: actorId, createdAt });
      return ok(invite);
    });
  };
}
