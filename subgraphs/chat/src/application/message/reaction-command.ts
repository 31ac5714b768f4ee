import { err, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import { isEmoji } from '../../domain/message/emoji.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import type { RateTaker } from '../rates.ts';

/** One emoji of one person under one message. */
export interface ReactionCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
  readonly emoji: string;
}

/** A change of reactions that is not even tried when it comes too often or is not about one emoji: RATE_LIMITED, INVALID. */
export function reactionChange(takeRate: RateTaker, change: (command: ReactionCommand) => Promise<Result<MessageView, ChatFailure>>) {
  return async (command: ReactionCommand): Promise<Result<MessageView, ChatFailure>> => {
    const limited = await takeRate('change', command.actorId);
    if (limited) return err(limited);
    return isEmoji(command.emoji) ? change(command) : err(invalid('a reaction is one emoji', 'emoji'));
  };
}
