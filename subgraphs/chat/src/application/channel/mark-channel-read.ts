import { type Clock, err, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import { canView } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { AccessReader } from '../ports/access.ts';
import type { MessageReader } from '../ports/message.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly messages: MessageReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly clock: Clock;
}

/** How far somebody has read. */
export interface MarkChannelReadCommand {
  readonly userId: UserId;
  readonly channelId: ChannelId;
  readonly throughMessageId: MessageId;
}

export type MarkChannelRead = ReturnType<typeof markChannelRead>;

/** Moves a read mark forward to a message of the channel, never back. Fails with NOT_FOUND. */
export function markChannelRead({ access, messages, unitOfWork, clock }: Dependencies) {
  return async ({ userId, channelId, throughMessageId }: MarkChannelReadCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const standing = (await access.channels(userId, [channelId])).get(channelId);
    if (!canView(standing)) return err(notFound('channelId'));
    const through = (await messages.findMany([throughMessageId], channelId)).get(throughMessageId);
    if (!through) return err(notFound('throughMessageId'));
    return unitOfWork(async ({ readMarks }): Promise<Result<ChannelId, ChatFailure>> => {
      await readMarks.advance(userId, channelId, { messageNumber: through.messageNumber, at: clock() });
      return ok(channelId);
    });
  };
}
