import { err, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName } from '../../domain/message/text.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { GroupCommand } from './group.ts';

interface Dependencies {
  readonly unitOfWork: ChatUnitOfWork;
  readonly limits: ChatLimits;
}

/** A new name for a group; a topic or slow mode it cannot have. */
export interface RenameConversationCommand extends GroupCommand {
  readonly name?: string | undefined;
  readonly topic?: string | null | undefined;
  readonly slowModeSeconds?: number | undefined;
}

/** Names a group; everybody in it may. Fails with NOT_FOUND, NOT_PERMITTED (anything but the name), INVALID. */
export function renameConversation({ unitOfWork, limits }: Dependencies) {
  return async (command: RenameConversationCommand, { channel }: ChannelAccess): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, channelId } = command;
    if (command.topic !== undefined || command.slowModeSeconds !== undefined) return err(notPermitted('channelId'));
    const name = cleanName(command.name ?? channel.name ?? '', limits.nameLength);
    if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
    return unitOfWork(async ({ conversations }): Promise<Result<ChannelId, ChatFailure>> => {
      if (!(await conversations.lock(channelId)).includes(actorId)) return err(notFound('channelId'));
      await conversations.rename(channelId, name);
      return ok(channelId);
    });
  };
}
