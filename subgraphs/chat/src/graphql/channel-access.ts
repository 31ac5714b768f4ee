import { graphqlError } from '@veza/graphql';
import type { ChannelAccess } from '../domain/channel-access.ts';
import type { ChatContext } from './context.ts';
import type { ChannelModel } from './models.ts';

/**
 * The viewer's rights in a channel, which come with it or are loaded. @throws GraphQLError NOT_FOUND for a channel that they do not see, and
 * for the platform itself, which sees the channel of an event but has no rights in it
 */
export async function channelAccess(model: ChannelModel, { loaders }: Pick<ChatContext, 'loaders'>): Promise<ChannelAccess> {
  if (isAccess(model)) return model;
  const access = await loaders.channel.load(model.channel.id);
  if (!access) throw graphqlError('NOT_FOUND', 'there is no such channel, or you cannot see it');
  return access;
}

function isAccess(model: ChannelModel): model is ChannelAccess {
  return model.permissions !== undefined;
}
