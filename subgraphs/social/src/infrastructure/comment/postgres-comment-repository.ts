import type { Transaction } from '@veza/postgres';
import { and, eq, isNull } from 'drizzle-orm';
import type { CommentRepository } from '../../application/ports.ts';
import { countSubject } from '../count-subject.ts';
import { findComments } from './find-comments.ts';
import { subjectUuid } from '../subject/subject-uuid.ts';
import { comment, subjectLike } from '../tables.ts';

/** Comments in Postgres, counted with their subject. */
export function postgresCommentRepository(tx: Transaction): CommentRepository {
  return {
    findMany: (ids) => findComments(tx, ids),
    async add(added) {
      await tx.insert(comment).values({ ...added, subjectId: subjectUuid(added.subjectId) });
      await countSubject(tx, added.subjectId, added.authorId, ['comments', 1]);
    },
    async remove({ id, subjectId, authorId }, deletedAt) {
      // The lock keeps a reply from arriving between the look and the delete.
      await tx.select({ id: comment.id }).from(comment).where(eq(comment.id, id)).for('update');
      const replies = await tx.select({ id: comment.id }).from(comment).where(eq(comment.replyToId, id)).limit(1);
      const gone =
        replies.length > 0
          ? await tx
              .update(comment)
              .set({ body: '', deletedAt })
              .where(and(eq(comment.id, id), isNull(comment.deletedAt)))
              .returning({ id: comment.id })
          : await tx.delete(comment).where(eq(comment.id, id)).returning({ id: comment.id });
      await tx.delete(subjectLike).where(eq(subjectLike.subjectId, subjectUuid(id)));
      if (gone.length > 0) await countSubject(tx, subjectId, authorId, ['comments', -1]);
    },
  };
}
