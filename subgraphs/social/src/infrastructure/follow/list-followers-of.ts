import { cursorCodec, type Id, pageOf, type PageRequest, toUuid } from '@veza/kernel';
import type { Queryable } from '@veza/postgres';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CursorInvalid, Listed } from '../../application/ports.ts';
import { follow } from '../tables.ts';

type Follower = { readonly id: Id<'user'>; readonly since: Date };
type Source = { readonly database: Queryable; readonly cursorSecret: Uint8Array };

/** Followers of a person, latest first; ties by id. */
export async function listFollowersOf(
  { database, cursorSecret }: Source,
  userId: Id<'user'>,
  page: PageRequest,
): Promise<Listed<Follower> | CursorInvalid> {
  const codec = cursorCodec(cursorSecret, `User.followers:${userId}`);
  const [after, before] = [page.after, page.before].map((cursor) => (cursor === undefined ? undefined : (codec.decode(cursor) ?? null)));
  if (after === null || before === null) return { code: 'CURSOR_INVALID' };
  const place = ([since, id]: readonly unknown[]) => sql`(${String(since)}::timestamptz, ${toUuid('user', String(id))}::uuid)`;
  const row = sql`(${follow.since}, ${follow.followerId})`;
  const isForward = page.direction === 'forward';
  const rows = await database
    .select({ id: follow.followerId, since: follow.since })
    .from(follow)
    .where(and(eq(follow.followeeId, userId), after && sql`${row} < ${place(after)}`, before && sql`${row} > ${place(before)}`))
    .orderBy(...(isForward ? [desc(follow.since), desc(follow.followerId)] : [asc(follow.since), asc(follow.followerId)]))
    .limit(page.size + 1);
  return { ...pageOf(rows, page), cursorOf: ({ since, id }) => codec.encode([since.toISOString(), id]) };
}
