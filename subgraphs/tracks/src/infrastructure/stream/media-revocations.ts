import type { BackgroundTask, Clock } from '@veza/kernel';
import type { EventBus } from '@veza/messaging';
import { type Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { gt, sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { instantOf } from '../sql-ids.ts';
import { mediaRevocation } from '../tables.ts';

/** Every revocation that still matters, in memory. */
export interface MediaRevocations {
  /** Whether a token for an asset, issued at an instant in Unix milliseconds, is refused. */
  isRevoked(aid: string, issuedAtMs: number): boolean;
  /** Tells every process to look again; called after a commit that may have revoked something. */
  announce(): void;
  /** One round reads what is new; `run` does so every 2 seconds and at every announcement. */
  readonly task: BackgroundTask;
}

/** Where revocations are kept and told of. */
export interface MediaRevocationsOptions {
  readonly database: Database;
  readonly eventBus: EventBus;
  readonly clock: Clock;
  readonly log: Log;
}

const SUBJECT = 'veza.ctl.media-revocation';
const POLL_MS = 2_000;
/** Rows are read again for this long, because transactions do not commit in the order of their numbers. */
const OVERLAP = sql`now() - interval '1 minute'`;

/** Revoked tokens as this process knows them: within 2 seconds of the commit, at once when the announcement comes through. */
export function mediaRevocations({ database, eventBus, clock, log }: MediaRevocationsOptions): MediaRevocations {
  const until = new Map<string, { readonly issuedUntilMs: number; readonly expiresAt: Date }>();
  let isLoaded = false;

  const forget = () => {
    for (const [aid, { expiresAt }] of until) if (expiresAt <= clock()) until.delete(aid);
  };

  const runOnce = async () => {
    const since = isLoaded ? sql`${mediaRevocation.recordedAt} > ${OVERLAP}` : gt(mediaRevocation.expiresAt, sql`${instantOf(clock())}`);
    const rows = await database.select().from(mediaRevocation).where(since);
    let added = 0;
    for (const { key, issuedUntilMs, expiresAt } of rows) {
      if ((until.get(key)?.issuedUntilMs ?? -1) >= issuedUntilMs) continue;
      until.set(key, { issuedUntilMs, expiresAt });
      added += 1;
    }
    isLoaded = true;
    forget();
    return added;
  };

  const round = () => runOnce().catch((error: unknown) => log.error('tracks.revocations-not-read', { error }));

  async function run(signal: AbortSignal): Promise<void> {
    const listen = async () => {
      for await (const _announcement of eventBus.subscribe(SUBJECT, { signal, queueLimit: 1 })) await round();
    };
    const poll = async () => {
      while (!signal.aborted) {
        await round();
        await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
      }
    };
    await Promise.all([listen(), poll()]);
  }

  return {
    isRevoked: (aid, issuedAtMs) => issuedAtMs <= (until.get(aid)?.issuedUntilMs ?? -1),
    announce: () => eventBus.publish(SUBJECT, new Uint8Array()),
    task: { runOnce, run },
  };
}
