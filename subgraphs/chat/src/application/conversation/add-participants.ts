import { type Clock, err, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, limitReached, notFound } from '../../domain/failure.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import { approach, type ApproachDependencies } from './approach.ts';
import { type GroupCommand, groupOf } from './group.ts';

interface Dependencies extends ApproachDependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly clock: Clock;
}

/** Who brings whom into which group. */
export interface AddParticipantsCommand extends GroupCommand {
  readonly userIds: readonly UserId[];
}

/**
 * Brings people into a group, who read its history and start with nothing unread. Those who are in it already are passed over.
 * Fails with NOT_FOUND (the group, or somebody who does not exist), NOT_PERMITTED (no group, or somebody who takes no new conversations from
 * the person), INVALID (nobody named), LIMIT_REACHED, BLOCKED (between the person and one of those named).
 */
export function addParticipants({ access, unitOfWork, clock, ...dependencies }: Dependencies) {
  const may = approach(dependencies);
  const { limits } = dependencies;

  const refusal = async (actorId: UserId, userIds: readonly UserId[]): Promise<ChatFailure | undefined> => {
    if (userIds.length === 0) return invalid('somebody has to be named', 'userIds');
    return (await may.towards(actorId, userIds)) ?? may.anew(actorId, userIds);
  };

  return async ({ actorId, channelId, userIds }: AddParticipantsCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const group = await groupOf(access, { actorId, channelId });
    if (!group.ok) return group;
    const named = [...new Set(userIds)];
    const refused = await refusal(actorId, named);
    if (refused) return err(refused);

    return unitOfWork(async ({ conversations }): Promise<Result<ChannelId, ChatFailure>> => {
      const present = await conversations.lock(channelId);
      if (!present.includes(actorId)) return err(notFound('channelId'));
      const added = named.filter((userId) => !present.includes(userId));
      if (added.length === 0) return ok(channelId);
      if (present.length + added.length > limits.participants) return err(limitReached('userIds'));
      await conversations.add(channelId, added, clock());
      await conversations.changed(channelId, [...present, ...added]);
      return ok(channelId);
    });
  };
}
