import { type BackgroundTask, type Clock, periodicTask, uuidv7 } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';
import type { ChatLimits } from '../../domain/limits.ts';

const INTERVAL_MS = 600_000;
const DAY_MS = 86_400_000;
/** Messages in one statement. */
const CHUNK = 5_000;

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: Pick<ChatLimits, 'nonceDays'>;
  readonly log: Log;
}

/**
 * Forgets nonces that nobody will repeat any more, by which the index of nonces stays small. Walks along the ids of messages, which rise with
 * time, from where it was before. A round answers how many messages it passed.
 */
export function postgresNonceRetention({ database, clock, limits, log }: Dependencies): BackgroundTask {
  /** The lowest id of the instant from which on nonces are kept. */
  const boundary = () => uuidv7(new Date(clock().getTime() - limits.nonceDays * DAY_MS), (length) => new Uint8Array(length));

  const clear = async (): Promise<number> => {
    const [row] = await database.execute<{ passed: number }>(sql`
      with span as (select cleared_through from nonce_retention for update),
      chosen as (
        select m.id, m.channel_id, m.msg_no from message m, span
        where m.id > span.cleared_through and m.id < ${boundary()}::uuid order by m.id limit ${CHUNK}),
      cleared as (
        update message m set nonce = null from chosen c
        where m.channel_id = c.channel_id and m.msg_no = c.msg_no and m.nonce is not null),
      moved as (
        update nonce_retention set cleared_through = (select id from chosen order by id desc limit 1) where exists (select from chosen))
      select count(*)::int as passed from chosen`);
    return row?.passed ?? 0;
  };

  const runOnce = async (): Promise<number> => {
    let passed = 0;
    for (let last = await clear(); last > 0; last = await clear()) passed += last;
    return passed;
  };
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error('chat.nonce-retention-failed', { error }) });
}
