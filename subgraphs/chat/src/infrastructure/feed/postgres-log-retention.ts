import { type BackgroundTask, type Clock, type Id, periodicTask } from '@veza/kernel';
import { type Database, instantOf, uuid } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';
import type { ChatLimits } from '../../domain/limits.ts';
import { idOf } from '../id-columns.ts';

const INTERVAL_MS = 600_000;
const DAY_MS = 86_400_000;
/** Channels in one round. */
const CHANNELS = 100;
/** Entries of one channel in one round; its log is locked while they go. */
const CHUNK = 5_000;

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: Pick<ChatLimits, 'logDays' | 'logEntries'>;
  readonly log: Log;
}

/**
 * Deletes log entries that are too old or too many, from the oldest on, and raises the log's floor in the same statement.
 * A cursor below the floor is told to reload; messages stay. A round answers how many entries went.
 */
export function postgresLogRetention({ database, clock, limits, log }: Dependencies): BackgroundTask {
  const cutoff = () => instantOf(new Date(clock().getTime() - limits.logDays * DAY_MS));

  /** A look at the oldest entry of each log: numbers rise with time. */
  const dueChannels = async () => {
    const rows = await database.execute<{ channel_id: string }>(sql`
      select h.channel_id from channel_head h join channel_event e on e.channel_id = h.channel_id and e.seq = h.floor_seq + 1
      where e.occurred_at < ${cutoff()} or h.last_seq - h.floor_seq > ${limits.logEntries}::bigint limit ${CHANNELS}`);
    return rows.map((row) => idOf('channel', row.channel_id));
  };

  const cut = async (channelId: Id<'channel'>) => {
    const channel = uuid('channel', channelId);
    const deleted = await database.execute(sql`
      with head as (select floor_seq, last_seq from channel_head where channel_id = ${channel} for update),
      first_kept as (
        select min(e.seq) as seq from channel_event e, head
        where e.channel_id = ${channel} and e.seq > floor_seq and e.seq <= floor_seq + ${CHUNK} and e.occurred_at >= ${cutoff()}),
      target as (
        select least(greatest(coalesce(first_kept.seq - 1, last_seq), last_seq - ${limits.logEntries}::bigint), floor_seq + ${CHUNK}, last_seq) as seq
        from head, first_kept),
      raised as (
        update channel_head h set floor_seq = greatest(h.floor_seq, target.seq) from target where h.channel_id = ${channel})
      delete from channel_event e using target where e.channel_id = ${channel} and e.seq <= target.seq returning e.seq`);
    return deleted.length;
  };

  const runOnce = async () => {
    let deleted = 0;
    for (const channelId of await dueChannels()) deleted += await cut(channelId);
    return deleted;
  };
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error('chat.log-retention-failed', { error }) });
}
