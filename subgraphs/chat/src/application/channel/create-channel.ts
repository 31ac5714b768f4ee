import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import type { Channel, ChannelId, ChannelKind } from '../../domain/channel.ts';
import { can, canView } from '../../domain/channel-access.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName, cleanText } from '../../domain/message/text.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** A channel as its maker describes it. */
export interface CreateChannelCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly topic: string | null;
  readonly categoryId: ChannelId | null;
  readonly slowModeSeconds: number;
}

type Described = Pick<Channel, 'name' | 'topic' | 'kind' | 'categoryId' | 'slowModeSeconds'>;
export type CreateChannel = ReturnType<typeof createChannel>;

/**
 * Adds a channel behind the last one of its community. Needs MANAGE_CHANNELS.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED.
 */
export function createChannel({ access, unitOfWork, clock, newId, limits }: Dependencies) {
  const isCategoryOf = async ({ actorId, communityId, categoryId }: CreateChannelCommand) => {
    if (categoryId === null) return true;
    const category = (await access.channels(actorId, [categoryId])).get(categoryId);
    return canView(category) && category.channel.kind === 'CATEGORY' && category.channel.communityId === communityId;
  };

  return async (command: CreateChannelCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, communityId } = command;
    const community = (await access.communities(actorId, [communityId])).get(communityId);
    if (!community) return err(notFound('communityId'));
    if (!can(community, 'MANAGE_CHANNELS')) return err(notPermitted('communityId'));
    const described = describe(command, limits);
    if (!described.ok) return described;
    if (!(await isCategoryOf(command))) return err(notFound('categoryId'));

    const id = newId('channel');
    return unitOfWork(async ({ channels }): Promise<Result<ChannelId, ChatFailure>> => {
      const { count, nextPosition } = await channels.survey(communityId);
      if (count >= limits.channelsPerCommunity) return err({ code: 'LIMIT_REACHED', path: ['communityId'] });
      await channels.create({ id, communityId, ...described.value, position: nextPosition }, clock());
      return ok(id);
    });
  };
}

function describe(
  { kind, categoryId, slowModeSeconds, ...given }: CreateChannelCommand,
  limits: ChatLimits,
): Result<Described, ChatFailure> {
  const name = cleanName(given.name, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
  const topic = cleanText(given.topic, limits.topicLength);
  if (topic === undefined) return err(invalid(`a topic has at most ${limits.topicLength} characters`, 'topic'));
  if (slowModeSeconds < 0 || slowModeSeconds > limits.slowModeSeconds)
    return err(invalid(`slow mode goes from 0 to ${limits.slowModeSeconds} seconds`, 'slowModeSeconds'));
  if (kind === 'CATEGORY' && categoryId !== null) return err(invalid('a category stands in no other category', 'categoryId'));
  return ok({ name, topic, kind, categoryId, slowModeSeconds });
}
