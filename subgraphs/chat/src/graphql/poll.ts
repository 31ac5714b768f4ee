import { toId } from '@veza/kernel';
import { carriedOut } from './carried-out.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';

/** Polls: choosing, closing, and how they stand. */
export const pollResolvers: Resolvers = {
  Mutation: {
    async votePoll(_root, { input: { messageId, options } }, context) {
      const voted = await context.chat.votePoll({ actorId: viewerOf(context), messageId: toId('message', messageId), places: options });
      return carriedOut(context, voted, { empty: { message: null }, fields: (message) => ({ message }) });
    },
    async closePoll(_root, { input: { messageId } }, context) {
      const closed = await context.chat.closePoll({ actorId: viewerOf(context), messageId: toId('message', messageId) });
      return carriedOut(context, closed, { empty: { message: null }, fields: (message) => ({ message }) });
    },
  },
  Message: { poll: ({ id, poll }) => poll && { ...poll, messageId: id } },
  Poll: {
    closedAt: (poll, _args, { chat }) => chat.pollClosedAt(poll),
    viewerVotes: ({ messageId }, _args, { loaders }) => loaders.pollVotes.load(messageId),
  },
};
