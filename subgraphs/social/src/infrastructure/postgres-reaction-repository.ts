import type { Transaction } from '@veza/postgres';
import { and, eq, sql } from 'drizzle-orm';
import type { ReactionRepository } from '../application/ports.ts';
import { countSubject } from './count-subject.ts';
import { subjectUuid } from './subject/subject-uuid.ts';
import { repost, subjectLike } from './tables.ts';

/** Likes and reposts in Postgres; a counter moves only when a row came or went. */
export function postgresReactionRepository(tx: Transaction): ReactionRepository {
  return {
    async like(subjectId, userId, since) {
      const added = await tx
        .insert(subjectLike)
        .values({ subjectId: subjectUuid(subjectId), userId, since })
        .onConflictDoNothing()
        .returning({ since: subjectLike.since });
      if (added.length > 0) await countSubject(tx, subjectId, userId, ['likes', 1]);
    },
    async unlike(subjectId, userId) {
      const removed = await tx
        .delete(subjectLike)
        .where(and(eq(subjectLike.subjectId, subjectUuid(subjectId)), eq(subjectLike.userId, userId)))
        .returning({ since: subjectLike.since });
      if (removed.length > 0) await countSubject(tx, subjectId, userId, ['likes', -1]);
    },
    async repost(subjectId, userId, { caption, since }) {
      const [row] = await tx
        .insert(repost)
        .values({ subjectId: subjectUuid(subjectId), userId, caption, since })
        .onConflictDoUpdate({ target: [repost.subjectId, repost.userId], set: { caption } })
        // A row that was updated carries the id of the updating transaction in xmax; a fresh one carries 0.
        .returning({ isNew: sql<boolean>`xmax = 0` });
      if (row?.isNew) await countSubject(tx, subjectId, userId, ['reposts', 1]);
    },
    async undoRepost(subjectId, userId) {
      const removed = await tx
        .delete(repost)
        .where(and(eq(repost.subjectId, subjectUuid(subjectId)), eq(repost.userId, userId)))
        .returning({ since: repost.since });
      if (removed.length > 0) await countSubject(tx, subjectId, userId, ['reposts', -1]);
    },
  };
}
