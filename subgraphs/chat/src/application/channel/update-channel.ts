import { ok, type Result } from '@veza/kernel';
import { auditDraft, changesBetween } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import { groupOf } from '../conversation/group.ts';
import { renameConversation } from '../conversation/rename-conversation.ts';
import { channelDescription } from './channel-description.ts';

/** What is to change; undefined = as it is. */
export interface UpdateChannelCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly name?: string | undefined;
  readonly topic?: string | null | undefined;
  readonly slowModeSeconds?: number | undefined;
  readonly reason?: string | null | undefined;
}

/** Changes name, topic or slow mode of a channel. Needs MANAGE_CHANNELS in it; of a group, everybody in it changes the name. Fails with NOT_FOUND, NOT_PERMITTED, INVALID. */
export function updateChannel({ perform, access, unitOfWork, limits }: Management) {
  const rename = renameConversation({ unitOfWork, limits });
  return async (command: UpdateChannelCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, channelId, reason } = command;
    const group = await groupOf(access, command);
    if (group.ok) return rename(command, group.value);
    return perform({
      actorId,
      reason,
      admit: (admit) => admit.toChannel(actorId, channelId, 'MANAGE_CHANNELS'),
      async perform({ channels }, { access: { channel } }) {
        const before = { name: channel.name, topic: channel.topic, slowModeSeconds: channel.slowModeSeconds };
        const described = channelDescription({ ...before, ...given(command) }, limits);
        if (!described.ok) return described;
        const changes = changesBetween(before, described.value);
        if (!changes) return ok({ value: channelId });
        await channels.update({ ...channel, ...described.value });
        const changesAccess = before.slowModeSeconds !== described.value.slowModeSeconds;
        const audit = auditDraft('CHANNEL_UPDATED', { subjectId: channelId, channelId, changes });
        return ok({ value: channelId, done: { audit, change: { kind: 'CHANNELS' }, changesAccess } });
      },
    });
  };
}

/** The fields that were named. */
function given({ name, topic, slowModeSeconds }: UpdateChannelCommand) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(topic === undefined ? {} : { topic }),
    ...(slowModeSeconds === undefined ? {} : { slowModeSeconds }),
  };
}
