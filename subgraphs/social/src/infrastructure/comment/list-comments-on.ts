import { cursorCodec, type CursorKey, pageOf, type PageRequest, toUuid } from '@veza/kernel';
import type { Queryable } from '@veza/postgres';
import { and, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { CommentSort, CursorInvalid, Listed } from '../../application/ports.ts';
import type { Comment, CommentableId } from '../../domain/comment.ts';
import { commentOf } from './comment-row.ts';
import { subjectUuid } from '../subject/subject-uuid.ts';
import { comment } from '../tables.ts';

type Source = { readonly database: Queryable; readonly cursorSecret: Uint8Array };
type Wanted = { readonly subjectId: CommentableId; readonly sort: CommentSort };

/** Place of comments without a position: behind everything. */
const UNTIMED = 2_147_483_647;

/** How a sort compares: its row value, the place that a cursor names, and whether the list rises. */
interface Order {
  readonly row: SQL;
  readonly isRising: boolean;
  keysOf(item: Comment): readonly CursorKey[];
  place(keys: readonly CursorKey[]): SQL;
}

const ORDERS: Readonly<Record<CommentSort, Order>> = {
  NEWEST: {
    row: sql`(${comment.id})`,
    isRising: false,
    keysOf: ({ id }) => [id],
    place: ([id]) => sql`(${toUuid('comment', String(id))}::uuid)`,
  },
  POSITION_ASC: {
    row: sql`(coalesce(${comment.positionMs}, ${sql.raw(String(UNTIMED))}), ${comment.id})`,
    isRising: true,
    keysOf: ({ id, positionMs }) => [positionMs ?? UNTIMED, id],
    place: ([position, id]) => sql`(${Number(position)}::int, ${toUuid('comment', String(id))}::uuid)`,
  },
};

/** Comments on a subject that were not deleted, in the wanted order. */
export async function listCommentsOn(
  { database, cursorSecret }: Source,
  { subjectId, sort }: Wanted,
  page: PageRequest,
): Promise<Listed<Comment> | CursorInvalid> {
  const codec = cursorCodec(cursorSecret, `comments:${subjectId}`, sort);
  const [after, before] = [page.after, page.before].map((cursor) => (cursor === undefined ? undefined : (codec.decode(cursor) ?? null)));
  if (after === null || before === null) return { code: 'CURSOR_INVALID' };
  const { row, isRising, keysOf, place } = ORDERS[sort];
  const [behind, ahead] = isRising ? [sql`>`, sql`<`] : [sql`<`, sql`>`];
  const isAscending = isRising === (page.direction === 'forward');
  const rows = await database
    .select(getTableColumns(comment))
    .from(comment)
    .where(
      and(
        eq(comment.subjectId, subjectUuid(subjectId)),
        isNull(comment.deletedAt),
        after && sql`${row} ${behind} ${place(after)}`,
        before && sql`${row} ${ahead} ${place(before)}`,
      ),
    )
    .orderBy(...orderBy(sort, isAscending))
    .limit(page.size + 1);
  const kind = subjectId.startsWith('track') ? 'TRACK' : 'LISTING';
  const comments = rows.map((found) => commentOf({ ...found, kind }));
  return { ...pageOf(comments, page), cursorOf: (item) => codec.encode(keysOf(item)) };
}

function orderBy(sort: CommentSort, isAscending: boolean): readonly SQL[] {
  const direction = sql.raw(isAscending ? 'asc' : 'desc');
  const id = sql`${comment.id} ${direction}`;
  return sort === 'NEWEST' ? [id] : [sql`coalesce(${comment.positionMs}, ${sql.raw(String(UNTIMED))}) ${direction}`, id];
}
