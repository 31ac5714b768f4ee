import { ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';

/** Which channel goes. */
export interface DeleteChannelCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly reason?: string | null | undefined;
}

/**
 * Deletes a channel: it is absent from then on, and its open streams end. What stood in a deleted category stands in none.
 * Needs MANAGE_CHANNELS in it. Fails with NOT_FOUND, NOT_PERMITTED, INVALID.
 */
export function deleteChannel({ perform, clock }: Management) {
  return ({ actorId, channelId, reason }: DeleteChannelCommand): Promise<Result<ChannelId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toChannel(actorId, channelId, 'MANAGE_CHANNELS'),
      async perform({ channels }, { access: { channel } }) {
        await channels.delete(channelId, clock());
        const audit = auditDraft('CHANNEL_DELETED', { subjectId: channelId, channelId, changes: { name: [channel.name, null] } });
        return ok({ value: channelId, done: { audit, change: { kind: 'CHANNELS' }, changesAccess: true } });
      },
    });
}
