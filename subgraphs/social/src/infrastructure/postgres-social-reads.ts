import type { Queryable } from '@veza/postgres';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SocialReads } from '../application/ports.ts';
import { listBlockedBy } from './block/list-blocked-by.ts';
import { findComments } from './comment/find-comments.ts';
import { listCommentsOn } from './comment/list-comments-on.ts';
import { listFollowersOf } from './follow/list-followers-of.ts';
import { subjectUuid } from './subject/subject-uuid.ts';
import { block, follow, repost, subjectLike, subjectStat, userStat } from './tables.ts';

const sum = (column: typeof subjectStat.likes | typeof userStat.followers) => sql<number>`sum(${column})::int`;

/** Reads in Postgres: one statement for any number of ids. */
export function postgresSocialReads(database: Queryable, cursorSecret: Uint8Array): SocialReads {
  return {
    async subjectCounts(ids) {
      const uuids = ids.map(subjectUuid);
      const rows = await database
        .select({
          id: subjectStat.subjectId,
          likes: sum(subjectStat.likes),
          reposts: sum(subjectStat.reposts),
          comments: sum(subjectStat.comments),
        })
        .from(subjectStat)
        .where(inArray(subjectStat.subjectId, uuids))
        .groupBy(subjectStat.subjectId);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return uuids.map((uuid) => byId.get(uuid) ?? { likes: 0, reposts: 0, comments: 0 });
    },
    async userCounts(ids) {
      const rows = await database
        .select({ id: userStat.userId, followers: sum(userStat.followers), following: sum(userStat.following) })
        .from(userStat)
        .where(inArray(userStat.userId, [...ids]))
        .groupBy(userStat.userId);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? { followers: 0, following: 0 });
    },
    async liked(userId, ids) {
      const uuids = ids.map(subjectUuid);
      const rows = await database
        .select({ id: subjectLike.subjectId })
        .from(subjectLike)
        .where(and(eq(subjectLike.userId, userId), inArray(subjectLike.subjectId, uuids)));
      const found = new Set(rows.map(({ id }) => id));
      return uuids.map((uuid) => found.has(uuid));
    },
    async reposted(userId, ids) {
      const uuids = ids.map(subjectUuid);
      const rows = await database
        .select({ id: repost.subjectId })
        .from(repost)
        .where(and(eq(repost.userId, userId), inArray(repost.subjectId, uuids)));
      const found = new Set(rows.map(({ id }) => id));
      return uuids.map((uuid) => found.has(uuid));
    },
    async following(userId, ids) {
      const rows = await database
        .select({ id: follow.followeeId })
        .from(follow)
        .where(and(eq(follow.followerId, userId), inArray(follow.followeeId, [...ids])));
      const found = new Set(rows.map(({ id }) => id));
      return ids.map((id) => found.has(id));
    },
    async blocking(userId, ids) {
      const rows = await database
        .select({ id: block.blockedId })
        .from(block)
        .where(and(eq(block.blockerId, userId), block.isActive, inArray(block.blockedId, [...ids])));
      const found = new Set(rows.map(({ id }) => id));
      return ids.map((id) => found.has(id));
    },
    blockedBy: (userId, page) => listBlockedBy({ database, cursorSecret }, userId, page),
    comments: (ids) => findComments(database, ids),
    followersOf: (userId, page) => listFollowersOf({ database, cursorSecret }, userId, page),
    commentsOn: (subjectId, sort, page) => listCommentsOn({ database, cursorSecret }, { subjectId, sort }, page),
  };
}
