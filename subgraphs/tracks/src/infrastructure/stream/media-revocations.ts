import type { BackgroundTask, Clock } from '@veza/kernel';
import type { EventBus } from '@veza/messaging';
import { type Database, instantOf } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { gt, lte, sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaRequest } from '@veza/media-token';
import { mediaRevocation } from '../tables.ts';

/** Every revocation that still matters, in memory. */
export interface MediaRevocations {
  /** Whether the token of a request is refused: for its asset, or for the login session that it was made for. */
  isRevoked(request: Pick<MediaRequest, 'aid' | 'token'>): boolean;
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

/** Whoever has not read for longer, because the process stood still or the database was away, reads everything again. */
const STALE_MS = 30_000;
const CLEANUP_INTERVAL_MS = 3_600_000;

/** Asset and session in one set; a kind stands before each key, so that neither can be taken for the other. */
const entryOf = (kind: 'aid' | 'sid', key: string) => `${kind} ${key}`;

/** Revoked tokens as this process knows them: within 2 seconds of the commit, at once when the announcement comes through. */
export function mediaRevocations({ database, eventBus, clock, log }: MediaRevocationsOptions): MediaRevocations {
  const until = new Map<string, { readonly issuedUntilMs: number; readonly expiresAt: Date }>();
  let readAtMs = Number.NEGATIVE_INFINITY;
  let cleanedAtMs = Number.NEGATIVE_INFINITY;

  const forget = async (now: Date) => {
    for (const [entry, { expiresAt }] of until) if (expiresAt <= now) until.delete(entry);
    if (now.getTime() - cleanedAtMs < CLEANUP_INTERVAL_MS) return;
    cleanedAtMs = now.getTime();
    await database.delete(mediaRevocation).where(lte(mediaRevocation.expiresAt, sql`${instantOf(now)}`));
  };

  const runOnce = async () => {
    const now = clock();
    const isFresh = now.getTime() - readAtMs < STALE_MS;
    const since = isFresh ? sql`${mediaRevocation.recordedAt} > ${OVERLAP}` : gt(mediaRevocation.expiresAt, sql`${instantOf(now)}`);
    const rows = await database.select().from(mediaRevocation).where(since);
    let added = 0;
    for (const { kind, key, issuedUntilMs, expiresAt } of rows) {
      const entry = entryOf(kind, key);
      if ((until.get(entry)?.issuedUntilMs ?? -1) >= issuedUntilMs) continue;
      until.set(entry, { issuedUntilMs, expiresAt });
      added += 1;
    }
    readAtMs = now.getTime();
    await forget(now);
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
    isRevoked: ({ aid, token }) =>
      [entryOf('aid', aid), entryOf('sid', token.sid)].some((entry) => token.issuedAtMs <= (until.get(entry)?.issuedUntilMs ?? -1)),
    announce: () => eventBus.publish(SUBJECT, new Uint8Array()),
    task: { runOnce, run },
  };
}
