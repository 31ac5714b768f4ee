import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ConversationReader } from '../ports/conversation.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { RateTaker } from '../rates.ts';
import { approach, type ApproachDependencies } from './approach.ts';

interface Dependencies extends ApproachDependencies {
  readonly conversations: ConversationReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Who wants to talk with whom. */
export interface OpenDirectConversationCommand {
  readonly actorId: UserId;
  /** The others; doubles and the person themselves do not count. */
  readonly userIds: readonly UserId[];
}

/**
 * The conversation of these people: a pair for two, a group for more. The same people get the same one, also at the same instant.
 * Only for a new one it matters from whom the others take conversations, and only a new one counts towards the rate.
 * Fails with INVALID, LIMIT_REACHED, NOT_FOUND (somebody does not exist), BLOCKED (between the person and one of the others), NOT_PERMITTED
 * (one of the others takes no new conversations from the person), RATE_LIMITED.
 */
export function openDirectConversation({ conversations, unitOfWork, takeRate, clock, newId, ...dependencies }: Dependencies) {
  const may = approach(dependencies);

  return async ({ actorId, userIds }: OpenDirectConversationCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const others = [...new Set(userIds)].filter((userId) => userId !== actorId);
    if (others.length === 0) return err(invalid('a conversation takes somebody else', 'userIds'));
    const refused = await may.towards(actorId, others);
    if (refused) return err(refused);
    const people = [actorId, ...others];
    const present = await conversations.find(people);
    if (present) return ok(present);
    const unwanted = (await may.anew(actorId, others)) ?? (await takeRate('open', actorId));
    if (unwanted) return err(unwanted);
    const draft = { id: newId('channel'), people, openedAt: clock() };
    return unitOfWork(async (repositories): Promise<Result<ChannelId, ChatFailure>> => ok(await repositories.conversations.open(draft)));
  };
}
