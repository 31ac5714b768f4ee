import { type BackgroundTask, type Clock, periodicTask } from '@veza/kernel';
import { type Database, instantOf } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import type { ChatLimits } from '../domain/limits.ts';

const INTERVAL_MS = 600_000;
const DAY_MS = 86_400_000;

/** Rows that one statement lets go of. */
export const RETENTION_CHUNK = 5_000;

/** What letting go of old rows stands on. */
export interface RetentionOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: Pick<ChatLimits, 'logDays' | 'auditDays'>;
  readonly log: Log;
}

/** An instant some days ago, as statements take it. */
export const daysAgo = (clock: Clock, days: number) => instantOf(new Date(clock().getTime() - days * DAY_MS));

/** A round every ten minutes. @param failure what the log calls a round that failed */
export function retention(log: Log, failure: string, runOnce: () => Promise<number>): BackgroundTask {
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error(failure, { error }) });
}
