import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notPermitted } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageReader } from '../ports/message.ts';
import { publishRetold, retellSource } from '../thread/retell-source.ts';

interface Dependencies extends Management {
  readonly messages: MessageReader;
  readonly hints: ChannelHints;
}

/** Which channel goes. */
export interface DeleteChannelCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly reason?: string | null | undefined;
}

/**
 * Deletes a channel: it is absent from then on, and its open streams end. What stood in a deleted category stands in none.
 * Needs MANAGE_CHANNELS in it, or MANAGE_THREADS for a thread; its threads go with it. Fails with NOT_FOUND, NOT_PERMITTED, INVALID.
 */
export function deleteChannel({ perform, clock, ...deps }: Dependencies) {
  return async ({ actorId, channelId, reason }: DeleteChannelCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const deleted = await perform({
      actorId,
      reason,
      async admit(admit) {
        const admitted = await admit.toChannel(actorId, channelId, 'VIEW_CHANNEL');
        return admitted.ok && !mayDelete(admitted.value.access) ? err(notPermitted('channelId')) : admitted;
      },
      async perform(repositories, { accessEpoch, access: { channel } }) {
        const at = clock();
        await repositories.channels.delete(channelId, at);
        const retold = channel.thread
          ? await retellSource(repositories, { ...channel.thread, actorId, accessEpoch, occurredAt: at })
          : null;
        const audit = auditDraft('CHANNEL_DELETED', { subjectId: channelId, channelId, changes: { name: [channel.name, null] } });
        return ok({ value: retold, done: { audit, change: { kind: 'CHANNELS' }, changesAccess: true } });
      },
    });
    if (!deleted.ok) return deleted;
    await publishRetold(deps, deleted.value);
    return ok(channelId);
  };
}

function mayDelete(access: ChannelAccess): boolean {
  return can(access, access.channel.thread ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS');
}
