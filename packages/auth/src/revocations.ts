import { periodicTask, type BackgroundTask, type Clock } from '@veza/kernel';
import type { UserCaller } from './caller.ts';
import { decodeRevocation, type Revocation, type RevocationSource } from './revocation.ts';

/** The guarantee: revocations are polled this often. */
const POLL_MS = 1_000;
/** Each poll reaches this far behind the newest known revocation, so that the order of commits does not matter. */
const OVERLAP_MS = 10_000;

/** Which tokens must not pass any more. Looked up on every request. */
export interface RevocationSet {
  isRevoked(caller: UserCaller): boolean;
  /** Calls `listener` with every revocation that is news here; answers the function that stops it. */
  onRevoked(listener: (revocation: Revocation) => void): () => void;
}

/** The set and the loop that keeps it true. */
export interface PolledRevocationSet extends RevocationSet, BackgroundTask {
  /** Milliseconds since the last poll that succeeded; infinite before the first one. */
  stalenessMs(): number;
}

/** What feeds the set. */
export interface RevocationSetOptions {
  readonly source: RevocationSource;
  /** Hints on `veza.ctl.revocation`, e.g. `(signal) => eventBus.subscribe(REVOCATION_SUBJECT, { signal })`. They only make it faster. */
  readonly hints: (signal: AbortSignal) => AsyncIterable<{ readonly payload: Uint8Array }>;
  readonly clock: Clock;
  /** Told about a poll that failed; the next one comes a second later. */
  readonly onFailure: (error: unknown) => void;
}

/** Revocations by what they concern. Idempotent: taking one twice changes nothing. */
function revocationIndex() {
  const sessions = new Map<string, Date>();
  const users = new Map<string, { readonly minAuthVersion: number; readonly expiresAt: Date }>();
  return {
    /** Answers whether it was news. */
    add(revocation: Revocation): boolean {
      if (revocation.kind === 'session') {
        if (sessions.has(revocation.sessionId)) return false;
        sessions.set(revocation.sessionId, revocation.expiresAt);
        return true;
      }
      const known = users.get(revocation.userId);
      if (known && known.minAuthVersion >= revocation.minAuthVersion) return false;
      users.set(revocation.userId, revocation);
      return true;
    },
    holds: ({ sessionId, userId, authVersion }: UserCaller) =>
      sessions.has(sessionId) || authVersion < (users.get(userId)?.minAuthVersion ?? 0),
    forgetExpired(now: Date) {
      for (const [session, expiresAt] of sessions) if (expiresAt <= now) sessions.delete(session);
      for (const [user, { expiresAt }] of users) if (expiresAt <= now) users.delete(user);
    },
  };
}

/**
 * A set in memory, fed at once by hints and within a second by polling the source.
 * The first poll reads every unexpired revocation, so a fresh process refuses what an older one did.
 */
export function revocationSet({ source, hints, clock, onFailure }: RevocationSetOptions): PolledRevocationSet {
  const index = revocationIndex();
  const listeners = new Set<(revocation: Revocation) => void>();
  let newest = 0;
  let polledAt = Number.NEGATIVE_INFINITY;

  const take = (revocation: Revocation): number => {
    if (revocation.expiresAt <= clock() || !index.add(revocation)) return 0;
    for (const listener of listeners) listener(revocation);
    return 1;
  };
  const poll = async () => {
    const startedAt = clock();
    const since = new Date(Math.max(0, Math.min(newest, startedAt.getTime()) - OVERLAP_MS));
    let news = 0;
    for (const revocation of await source.revokedSince(since)) {
      newest = Math.max(newest, revocation.revokedAt.getTime());
      news += take(revocation);
    }
    index.forgetExpired(startedAt);
    polledAt = startedAt.getTime();
    return news;
  };
  const polling = periodicTask({ intervalMs: POLL_MS, runOnce: poll, onFailure });
  const listen = async (signal: AbortSignal) => {
    for await (const { payload } of hints(signal)) {
      const revocation = decodeRevocation(payload);
      if (revocation) take(revocation);
    }
  };

  return {
    isRevoked: (caller) => index.holds(caller),
    onRevoked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stalenessMs: () => clock().getTime() - polledAt,
    runOnce: poll,
    run: async (signal) => void (await Promise.all([polling.run(signal), listen(signal).catch(onFailure)])),
  };
}
