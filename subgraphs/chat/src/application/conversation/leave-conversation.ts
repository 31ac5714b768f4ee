import { err, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import { type GroupCommand, groupOf } from './group.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
}

/** Takes a person out of a group and ends their streams of it. Nobody leaves a pair. Fails with NOT_FOUND, NOT_PERMITTED (no group). */
export function leaveConversation({ access, unitOfWork }: Dependencies) {
  return async ({ actorId, channelId }: GroupCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const group = await groupOf(access, { actorId, channelId });
    if (!group.ok) return group;
    return unitOfWork(async ({ conversations }): Promise<Result<ChannelId, ChatFailure>> => {
      const present = await conversations.lock(channelId);
      if (!present.includes(actorId)) return err(notFound('channelId'));
      await conversations.remove(channelId, actorId);
      await conversations.changed(
        channelId,
        present.filter((userId) => userId !== actorId),
      );
      return ok(channelId);
    });
  };
}
