import { cursorCodec, type Id, pageOf, type PageRequest, toUuid } from '@veza/kernel';
import type { Queryable } from '@veza/postgres';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { BlockedPerson, CursorInvalid, Listed } from '../../application/ports.ts';
import { block } from '../tables.ts';

type Source = { readonly database: Queryable; readonly cursorSecret: Uint8Array };

/** People whom somebody blocks, latest first; ties by id. */
export async function listBlockedBy(
  { database, cursorSecret }: Source,
  userId: Id<'user'>,
  page: PageRequest,
): Promise<Listed<BlockedPerson> | CursorInvalid> {
  const codec = cursorCodec(cursorSecret, `Query.blockedUsers:${userId}`);
  const [after, before] = [page.after, page.before].map((cursor) => (cursor === undefined ? undefined : (codec.decode(cursor) ?? null)));
  if (after === null || before === null) return { code: 'CURSOR_INVALID' };
  const place = ([since, id]: readonly unknown[]) => sql`(${String(since)}::timestamptz, ${toUuid('user', String(id))}::uuid)`;
  const row = sql`(${block.since}, ${block.blockedId})`;
  const order = page.direction === 'forward' ? desc : asc;
  const rows = await database
    .select({ id: block.blockedId, since: block.since })
    .from(block)
    .where(
      and(eq(block.blockerId, userId), block.isActive, after && sql`${row} < ${place(after)}`, before && sql`${row} > ${place(before)}`),
    )
    .orderBy(order(block.since), order(block.blockedId))
    .limit(page.size + 1);
  return { ...pageOf(rows, page), cursorOf: ({ since, id }) => codec.encode([since.toISOString(), id]) };
}
