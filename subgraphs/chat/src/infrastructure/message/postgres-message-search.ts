import { pageOf } from '@veza/kernel';
import { type Database, instantOf, inTransaction, type Transaction, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import {
  MAX_COUNTED_HITS,
  type MessageSearch,
  type MessageSearchFilter,
  type MessageSearchQuery,
} from '../../application/ports/message-search.ts';
import { keyset } from '../keyset.ts';
import { messageColumns, type MessageRow, toMessageViews } from './message-rows.ts';

/** Longest that one statement of a search may take. */
const TIMEOUT_MS = 2_000;

/** Words as `simple` takes them apart: without a language, so that names and slang are found as they are. */
const CONFIGURATION = sql`'simple'::regconfig`;

interface Dependencies {
  readonly database: Database;
  /** Milliseconds that one statement may take, 2,000 when left out. */
  readonly timeoutMs?: number;
}

/**
 * Search in Postgres, by an index of words in each channel. Ids of messages rise with time, so their order is that of sending, across channels.
 * The statement's own limit of time ends what takes too long, with SQLSTATE 57014.
 */
export function postgresMessageSearch({ database, timeoutMs = TIMEOUT_MS }: Dependencies): MessageSearch {
  const within = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    inTransaction(database, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(timeoutMs)}, true)`);
      return work(tx);
    });

  return {
    async find(query, slice) {
      const { condition, order } = keyset(slice, [sql`m.id`], (id) => [uuid('message', id)], 'descending');
      const messages = await within(async (tx) => {
        const rows = await tx.execute<MessageRow>(sql`
          select ${messageColumns} from message m where ${hits(query)} and ${condition} order by ${order} limit ${slice.size + 1}`);
        return toMessageViews(tx, rows);
      });
      return pageOf(messages, slice);
    },

    async count(query) {
      const [row] = await within((tx) =>
        tx.execute<{ hits: number }>(sql`
          select count(*)::int as hits from (select from message m where ${hits(query)} limit ${MAX_COUNTED_HITS}) found`),
      );
      return row?.hits ?? 0;
    },
  };
}

/** Which messages `m` are found. */
function hits({ text, channelIds, filter }: MessageSearchQuery): SQL {
  const conditions = [
    sql`m.channel_id = any(${uuids('channel', channelIds)})`,
    sql`to_tsvector(${CONFIGURATION}, m.content) @@ websearch_to_tsquery(${CONFIGURATION}, ${text}::text)`,
    sql`m.deleted_at is null`,
    ...filterConditions(filter),
  ];
  return sql.join(conditions, sql` and `);
}

function filterConditions(filter: MessageSearchFilter): readonly SQL[] {
  const { authorId, mentionsUserId, since, until } = filter;
  return [
    authorId && sql`m.author_id = ${uuid('user', authorId)}`,
    mentionsUserId &&
      sql`exists (select from mention n where n.user_id = ${uuid('user', mentionsUserId)} and n.channel_id = m.channel_id and n.msg_no = m.msg_no and not n.is_here)`,
    either(filter.hasAttachment, sql`m.has_attachment`),
    either(filter.hasLink, sql`m.content ~* 'https?://\\S'`),
    either(filter.hasTrackMoment, sql`m.moment_track_id is not null`),
    either(filter.isPinned, sql`m.pinned_at is not null`),
    since && sql`m.created_at >= ${instantOf(since)}`,
    until && sql`m.created_at < ${instantOf(until)}`,
  ].filter((condition) => condition !== undefined);
}

/** The condition or its opposite; none when it does not matter. */
function either(wanted: boolean | undefined, condition: SQL): SQL | undefined {
  if (wanted === undefined) return undefined;
  return wanted ? sql`(${condition})` : sql`not (${condition})`;
}
