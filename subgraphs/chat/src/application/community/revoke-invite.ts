import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import { can } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, notPermitted } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import type { CommunityReader } from '../ports/community.ts';

/** Which invite goes. */
export interface RevokeInviteCommand {
  readonly actorId: UserId;
  readonly code: string;
  readonly reason?: string | null | undefined;
}

/**
 * Ends an invite. Its maker may, and whoever has MANAGE_COMMUNITY.
 * Fails with NOT_FOUND (also for an invite to a community that the person is no member of), NOT_PERMITTED, INVALID.
 */
export function revokeInvite({ perform, communities: reader }: Management & { readonly communities: CommunityReader }) {
  return async ({ actorId, code, reason }: RevokeInviteCommand): Promise<Result<string, ChatFailure>> => {
    const communityId = await reader.communityOfInvite(code);
    if (!communityId) return err(notFound('code'));
    return perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'MEMBERSHIP', path: 'code' }),
      async perform({ invites }, { actor }) {
        const found = await invites.find(communityId, code);
        if (!found) return err(notFound('code'));
        if (found.creatorId !== actorId && !can(actor, 'MANAGE_COMMUNITY')) return err(notPermitted('code'));
        await invites.delete(code);
        const audit = auditDraft('INVITE_REVOKED', { userId: found.creatorId, changes: { uses: [found.invite.uses, null] } });
        return ok({ value: code, done: { audit, change: null, changesAccess: false } });
      },
    });
  };
}
