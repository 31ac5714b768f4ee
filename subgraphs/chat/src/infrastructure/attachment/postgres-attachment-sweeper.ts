import { type BackgroundTask, type Clock, periodicTask } from '@veza/kernel';
import { type Database, instantOf } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';

const INTERVAL_MS = 60_000;
/** Files in one statement. */
const CHUNK = 500;
/** Tracks forgets an upload that nothing uses after a day, and answers of one that was used that it is in use. */
const KNOWN_MS = 2 * 86_400_000;

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** Gives up the files of channels that are gone, and forgets what tracks told of uploads long ago. A round answers how many files it gave up. */
export function postgresAttachmentSweeper({ database, clock, log }: Dependencies): BackgroundTask {
  const giveUp = async (): Promise<number> => {
    const [row] = await database.execute<{ gone: number }>(sql`
      with chosen as (
        select a.id from channel c left join community k on k.id = c.community_id join attachment a on a.channel_id = c.id
        where c.deleted_at is not null or k.deleted_at is not null limit ${CHUNK}),
      gone as (delete from attachment a using chosen where a.id = chosen.id returning a.upload_id, a.message_id),
      released as (insert into released_upload (upload_id, message_id) select upload_id, message_id from gone on conflict do nothing)
      select count(*)::int as gone from gone`);
    return row?.gone ?? 0;
  };

  const runOnce = async (): Promise<number> => {
    await database.execute(sql`delete from upload where known_at < ${instantOf(new Date(clock().getTime() - KNOWN_MS))}`);
    let total = 0;
    for (let last = await giveUp(); last > 0; last = await giveUp()) total += last;
    return total;
  };
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error('chat.attachment-sweep-failed', { error }) });
}
