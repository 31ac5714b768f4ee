import type { Id } from '@veza/kernel';
import type { Queryable } from '@veza/postgres';
import { eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Comment } from '../../domain/comment.ts';
import { commentOf } from './comment-row.ts';
import { comment, knownSubject } from '../tables.ts';

/** Comments in the order of the ids, tombstones included, in one statement. */
export async function findComments(database: Queryable, ids: readonly Id<'comment'>[]): Promise<readonly (Comment | undefined)[]> {
  const rows = await database
    .select({ ...getTableColumns(comment), kind: knownSubject.kind })
    .from(comment)
    .innerJoin(knownSubject, eq(knownSubject.id, comment.subjectId))
    .where(inArray(comment.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, commentOf(row)]));
  return ids.map((id) => byId.get(id));
}
