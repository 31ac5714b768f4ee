import { connection, graphqlError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { MessageSearchFilter } from '../application/ports/message-search.ts';
import { textLength } from '../domain/message/text.ts';
import { viewerOf } from './context.ts';
import type { MessageSearchFilter as FilterInput, QuerySearchMessagesArgs, Resolvers } from './generated.ts';
import { optional } from './optional.ts';
import { rateLimited } from './refusals.ts';

/** Longest text to look for, in code points. */
const MAX_TEXT = 200;
/** Hits on one page. */
const MAX_PAGE = 50;

/** Messages by their words. */
export const searchResolvers: Resolvers = {
  Query: {
    async searchMessages(_root, args, context) {
      const communityId = toId('community', args.communityId);
      const filter = filterOf(args.filter);
      const channelId = args.filter?.channelId == null ? undefined : toId('channel', args.filter.channelId);
      const text = textOf(args);
      const { slice, encode } = context.cursors.search({ communityId, text, filter: { ...filter, channelId } });
      const command = { viewerId: viewerOf(context), communityId, text, filter, channelId, slice: slice(pageOf(args)) };
      const found = await context.chat.searchMessages(command);
      if (!found.ok) throw rateLimited(found.error);
      return found.value ? connection(found.value.page, ({ id }) => encode(id), found.value.count) : null;
    },
  },
};

/** @throws GraphQLError BAD_USER_INPUT */
function textOf({ query }: QuerySearchMessagesArgs): string {
  const text = query.normalize('NFC').trim();
  if (text === '' || textLength(text) > MAX_TEXT) throw graphqlError('BAD_USER_INPUT', `query has 1 to ${MAX_TEXT} characters`);
  return text;
}

/** @throws GraphQLError BAD_USER_INPUT */
function pageOf(args: QuerySearchMessagesArgs): QuerySearchMessagesArgs {
  if ((args.first ?? args.last ?? 0) > MAX_PAGE) throw graphqlError('BAD_USER_INPUT', `first and last are 1 to ${MAX_PAGE}`);
  return args;
}

function filterOf(input: FilterInput | null | undefined): MessageSearchFilter {
  if (!input) return {};
  return {
    authorId: input.authorId == null ? undefined : toId('user', input.authorId),
    mentionsUserId: input.mentionsUserId == null ? undefined : toId('user', input.mentionsUserId),
    hasAttachment: optional(input.hasAttachment),
    hasLink: optional(input.hasLink),
    hasTrackMoment: optional(input.hasTrackMoment),
    isPinned: optional(input.isPinned),
    since: optional(input.since),
    until: optional(input.until),
  };
}
