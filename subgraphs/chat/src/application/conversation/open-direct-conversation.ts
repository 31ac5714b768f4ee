import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { blocked, type ChatFailure, invalid, limitReached, notFound } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { BlockReader, ConversationReader } from '../ports/conversation.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { UserDirectory } from '../ports/user.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies {
  readonly conversations: ConversationReader;
  readonly blocks: BlockReader;
  readonly users: UserDirectory;
  readonly unitOfWork: ChatUnitOfWork;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** Who wants to talk with whom. */
export interface OpenDirectConversationCommand {
  readonly actorId: UserId;
  /** The others; doubles and the person themselves do not count. */
  readonly userIds: readonly UserId[];
}

export type OpenDirectConversation = ReturnType<typeof openDirectConversation>;

/**
 * The conversation of these people: a pair for two, a group for more. The same people get the same one, also at the same instant.
 * Only a new one counts towards the rate.
 * Fails with INVALID, LIMIT_REACHED, NOT_FOUND (somebody does not exist), BLOCKED (between the person and one of the others), RATE_LIMITED.
 */
export function openDirectConversation({ conversations, blocks, users, unitOfWork, takeRate, clock, newId, limits }: Dependencies) {
  const refusal = async (actorId: UserId, others: readonly UserId[]): Promise<ChatFailure | undefined> => {
    if (others.length === 0) return invalid('a conversation takes somebody else', 'userIds');
    if (others.length >= limits.participants) return limitReached('userIds');
    const known = await users.find(others);
    if (others.some((userId) => !known.has(userId))) return notFound('userIds');
    return (await blocks.blockedWith(actorId, others)).size > 0 ? blocked('userIds') : undefined;
  };

  return async ({ actorId, userIds }: OpenDirectConversationCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const others = [...new Set(userIds)].filter((userId) => userId !== actorId);
    const refused = await refusal(actorId, others);
    if (refused) return err(refused);
    const people = [actorId, ...others];
    const present = await conversations.find(people);
    if (present) return ok(present);
    const limited = await takeRate('open', actorId);
    if (limited) return err(limited);
    const draft = { id: newId('channel'), people, openedAt: clock() };
    return unitOfWork(async (repositories): Promise<Result<ChannelId, ChatFailure>> => ok(await repositories.conversations.open(draft)));
  };
}
