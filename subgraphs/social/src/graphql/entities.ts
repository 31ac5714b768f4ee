import type { EntityLoaders } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { SocialContext } from './context.ts';

/** A stub with the id, or null for what is absent or not for the viewer; DataLoader keeps the order. */
const visible = async (ids: readonly (`track_${string}` | `listing_${string}`)[], { loaders }: SocialContext) =>
  (await loaders.subject.loadMany(ids)).map((subject) => (subject instanceof Error || !subject ? null : { id: subject.id }));

/** Entities that other subgraphs' answers are joined with. Counts of a person nobody knows are zero; users says whether they exist. */
export const entities: EntityLoaders<SocialContext> = {
  User: (references) => Promise.resolve(references.map(({ id }) => ({ id: toId('user', id) }))),
  Track: (references, context) =>
    visible(
      references.map(({ id }) => toId('track', id)),
      context,
    ),
  Listing: (references, context) =>
    visible(
      references.map(({ id }) => toId('listing', id)),
      context,
    ),
  async Comment(references, { loaders }) {
    const comments = await loaders.comment.loadMany(references.map(({ id }) => toId('comment', id)));
    return comments.map((comment) => (comment instanceof Error ? null : comment));
  },
};
