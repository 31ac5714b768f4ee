import { type BackgroundTask, type Clock, periodicTask } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';
import type { ChannelHints } from '../../application/ports/log.ts';
import { idOf } from '../id-columns.ts';
import { deleteStatement, type DeletionRow } from './delete-statement.ts';

const INTERVAL_MS = 1_000;
/** Messages of one channel in one transaction; its log is locked while they go. */
const CHUNK = 500;

interface Dependencies {
  readonly database: Database;
  readonly hints: ChannelHints;
  readonly clock: Clock;
  readonly log: Log;
}

interface DueRow extends Record<string, unknown> {
  readonly id: string;
  readonly channel_id: string | null;
  readonly user_id: string;
  readonly actor_id: string;
  readonly since: string;
  readonly until: string;
}

/** Deletes what bans said is to be deleted, a chunk at a time, each message with its event. A round answers how many messages went. */
export function postgresMessageSweeper({ database, hints, clock, log }: Dependencies): BackgroundTask {
  /** The oldest sweep, with a channel that still holds something for it. */
  const findDue = async (): Promise<DueRow | undefined> => {
    const [row] = await database.execute<DueRow>(sql`
      select s.id, s.user_id, s.actor_id, s.since::text, s.until::text,
        (select c.id from channel c
         where c.community_id = s.community_id and exists (
           select from message m where m.channel_id = c.id and m.author_id = s.user_id
             and m.created_at between s.since and s.until and m.deleted_at is null)
         limit 1) as channel_id
      from message_sweep s order by s.id limit 1`);
    return row;
  };

  const sweep = async ({ user_id: userId, actor_id: actorId, since, until }: DueRow, channel: string): Promise<number> => {
    const channelId = idOf('channel', channel);
    const condition = sql`m.author_id = ${userId}::uuid and m.created_at between ${since}::timestamptz and ${until}::timestamptz`;
    const statement = deleteStatement({ channelId, actorId: idOf('user', actorId), at: clock(), condition, limit: CHUNK });
    const [row] = await database.execute<DeletionRow>(statement);
    if (!row) return 0;
    hints.announce(channelId, { seq: Number(row.last_seq), accessEpoch: Number(row.access_epoch) });
    return row.deleted;
  };

  const runOnce = async (): Promise<number> => {
    let deleted = 0;
    for (let due = await findDue(); due; due = await findDue()) {
      if (due.channel_id === null) await database.execute(sql`delete from message_sweep where id = ${due.id}::bigint`);
      else deleted += await sweep(due, due.channel_id);
    }
    return deleted;
  };
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error('chat.message-sweep-failed', { error }) });
}
