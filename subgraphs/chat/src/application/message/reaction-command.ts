import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import { isEmoji } from '../../domain/message/emoji.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { RateTaker } from '../rates.ts';

/** One emoji of one person under one message. */
export interface ReactionCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
  readonly emoji: string;
}

/** Why a reaction is not even looked at: too many changes, or it is not one emoji. */
export async function reactionRefusal(
  takeRate: RateTaker,
  { actorId, emoji }: Pick<ReactionCommand, 'actorId' | 'emoji'>,
): Promise<ChatFailure | undefined> {
  return (await takeRate('change', actorId)) ?? (isEmoji(emoji) ? undefined : invalid('a reaction is one emoji', 'emoji'));
}
