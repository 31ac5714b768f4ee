import { ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';

/** Which community goes. */
export interface DeleteCommunityCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly reason?: string | null | undefined;
}

/**
 * Ends a community for everybody: it is absent from then on, open streams end, and its slug is free again. Only its owner may.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID.
 */
export function deleteCommunity({ perform, clock }: Management) {
  return ({ actorId, communityId, reason }: DeleteCommunityCommand): Promise<Result<CommunityId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'OWNERSHIP' }),
      async perform({ communities }, { actor: { community } }) {
        await communities.delete(communityId, clock());
        const audit = auditDraft('COMMUNITY_DELETED', { changes: { name: [community.name, null] } });
        return ok({ value: communityId, done: { audit, change: { kind: 'COMMUNITY' }, changesAccess: true } });
      },
    });
}
