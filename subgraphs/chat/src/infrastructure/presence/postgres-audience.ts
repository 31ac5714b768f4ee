import { type Database, instantOf, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { Audience } from '../../application/ports/presence.ts';
import { idOf } from '../id-columns.ts';

/** People whose presence is told in one channel. */
const AUDIENCE = 200;
/** Newest messages that are looked at for who wrote. */
const MESSAGES = 2_000;

/** Who is active where, from Postgres. */
export function postgresAudience(database: Database): Audience {
  return {
    async activeIn(channelId, since) {
      const channel = uuid('channel', channelId);
      const rows = await database.execute<{ user_id: string }>(sql`
        with newest as (
          select author_id, msg_no, created_at from message where channel_id = ${channel} order by msg_no desc limit ${MESSAGES})
        select user_id from (
          select user_id, 0 as rank, 0::bigint as latest from participant where channel_id = ${channel}
          union all
          select author_id, 1, max(msg_no) from newest where created_at >= ${instantOf(since)} group by author_id) active
        group by user_id order by min(rank), max(latest) desc limit ${AUDIENCE}`);
      return rows.map((row) => idOf('user', row.user_id));
    },

    async members(communityId, after, limit) {
      const beyond = after === null ? sql`true` : sql`user_id > ${uuid('user', after)}`;
      const rows = await database.execute<{ user_id: string }>(sql`
        select user_id from member where community_id = ${uuid('community', communityId)} and ${beyond} order by user_id limit ${limit}`);
      return rows.map((row) => idOf('user', row.user_id));
    },
  };
}
