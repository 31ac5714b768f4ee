import type { Subject } from '../domain/subject.ts';
import { signedIn, type SocialContext } from './context.ts';
import type { Resolvers } from './generated.ts';
import type { LikeableModel, TrackModel } from './models.ts';
import { refused } from './refusal.ts';

/** The liked thing as the API shows it: a comment comes whole, the rest is a stub that its owner completes. */
async function likeable({ id }: Subject, { loaders }: SocialContext): Promise<LikeableModel | null> {
  if (id.startsWith('comment_')) return loaders.comment.load(id as `comment_${string}`);
  return { id } as LikeableModel;
}

/** Likes and reposts. */
export const reactionResolvers: Resolvers = {
  Mutation: {
    async like(_root, { input }, context) {
      const liked = await context.social.like({ userId: signedIn(context.caller), subjectId: input.subjectId });
      return liked.ok
        ? { subject: await likeable(liked.value.subject, context), userErrors: [] }
        : { subject: null, ...refused(liked.error) };
    },
    async unlike(_root, { input }, context) {
      const unliked = await context.social.unlike({ userId: signedIn(context.caller), subjectId: input.subjectId });
      return unliked.ok
        ? { subject: await likeable(unliked.value.subject, context), userErrors: [] }
        : { subject: null, ...refused(unliked.error) };
    },
    async repost(_root, { input }, { social, caller }) {
      const reposted = await social.repost({ userId: signedIn(caller), subjectId: input.subjectId, caption: input.caption ?? undefined });
      return reposted.ok
        ? { subject: reposted.value.subject as TrackModel, userErrors: [] }
        : { subject: null, ...refused(reposted.error) };
    },
    async undoRepost(_root, { input }, { social, caller }) {
      const undone = await social.undoRepost({ userId: signedIn(caller), subjectId: input.subjectId });
      return undone.ok ? { subject: undone.value.subject as TrackModel, userErrors: [] } : { subject: null, ...refused(undone.error) };
    },
  },
  Likeable: { __resolveType: ({ id }) => (id.startsWith('comment_') ? 'Comment' : id.startsWith('track_') ? 'Track' : 'Listing') },
  Repostable: { __resolveType: () => 'Track' },
};
