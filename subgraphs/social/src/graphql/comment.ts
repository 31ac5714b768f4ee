import { connection, graphqlError, readPage } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { signedIn, type SocialContext } from './context.ts';
import type { Resolvers, TrackCommentsArgs } from './generated.ts';
import type { CommentableModel } from './models.ts';
import { refused } from './refusal.ts';

/** What people said about a thing. */
export async function commentsOn(
  { id }: CommentableModel,
  { sort, ...page }: Partial<TrackCommentsArgs>,
  { social, loaders }: SocialContext,
) {
  const listed = await social.reads.commentsOn(id, sort ?? 'NEWEST', readPage(page));
  if ('code' in listed) throw graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
  return connection(listed, listed.cursorOf, async () => (await loaders.subjectCounts.load(id)).comments);
}

/** Comments. */
export const commentResolvers: Resolvers = {
  Mutation: {
    async addComment(_root, { input }, { social, caller }) {
      const added = await social.addComment({
        authorId: signedIn(caller),
        subjectId: input.subjectId,
        body: input.body,
        positionMs: input.positionMs ?? undefined,
        replyToId: input.replyToId == null ? undefined : toId('comment', input.replyToId),
      });
      return added.ok ? { comment: added.value.comment, userErrors: [] } : { comment: null, ...refused(added.error) };
    },
    async deleteComment(_root, { input }, { social, caller }) {
      const deleted = await social.deleteComment({ userId: signedIn(caller), commentId: toId('comment', input.commentId) });
      return deleted.ok ? { ...deleted.value, userErrors: [] } : { deletedCommentId: null, ...refused(deleted.error) };
    },
  },
  Comment: {
    author: ({ authorId, deletedAt }) => (deletedAt ? null : { id: authorId }),
    subject: async ({ subjectId }, _args, { loaders }) =>
      (await loaders.subject.load(subjectId)) ? ({ id: subjectId } as CommentableModel) : null,
    likeCount: async ({ id }, _args, { loaders }) => (await loaders.subjectCounts.load(id)).likes,
    viewerHasLiked: ({ id }, _args, { loaders }) => loaders.liked.load(id),
  },
  Commentable: { __resolveType: ({ id }) => (id.startsWith('track_') ? 'Track' : 'Listing') },
};
