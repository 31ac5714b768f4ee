import { err, ok, type RandomBytes, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, limitReached } from '../../domain/failure.ts';
import { type Invite, inviteCode } from '../../domain/invite.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { Management } from '../management/management.ts';

/** An invite as its maker wants it; null = without limit, never. */
export interface CreateInviteCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly maxUses: number | null;
  readonly expiresAt: Date | null;
}

/**
 * Makes a way into a community for whoever holds its code. Needs CREATE_INVITE.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED.
 */
export function createInvite({ perform, clock, random, limits }: Management & { readonly random: RandomBytes }) {
  return (command: CreateInviteCommand): Promise<Result<Invite, ChatFailure>> => {
    const { actorId, communityId, maxUses, expiresAt } = command;
    return perform({
      actorId,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'CREATE_INVITE' }),
      async perform({ invites }) {
        const createdAt = clock();
        const refused = refusal(command, createdAt, limits);
        if (refused) return err(refused);
        if ((await invites.count(communityId)) >= limits.invitesPerCommunity) return err(limitReached('communityId'));
        const invite: Invite = { code: inviteCode(random), communityId, uses: 0, maxUses, expiresAt };
        await invites.create(invite, { creatorId: actorId, createdAt });
        const audit = auditDraft('INVITE_CREATED', {
          changes: { maxUses: [null, maxUses], expiresAt: [null, expiresAt?.toISOString() ?? null] },
        });
        return ok({ value: invite, done: { audit, change: null, changesAccess: false } });
      },
    });
  };
}

function refusal({ maxUses, expiresAt }: CreateInviteCommand, now: Date, limits: ChatLimits): ChatFailure | undefined {
  if (maxUses !== null && (maxUses < 1 || maxUses > limits.inviteUses)) return invalid(`uses go from 1 to ${limits.inviteUses}`, 'maxUses');
  return expiresAt !== null && expiresAt <= now ? invalid('the end lies in the future', 'expiresAt') : undefined;
}
