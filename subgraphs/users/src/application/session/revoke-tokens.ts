import type { Revocation } from '@veza/auth';
import type { SessionId } from '../../domain/session.ts';
import type { UserId } from '../../domain/user.ts';

/** Life of an access token (600 s) and the skew that verifiers allow (60 s): no older token can be alive after it. */
const OUTLIVES_TOKENS_MS = 660_000;

const span = (now: Date) => ({ revokedAt: now, expiresAt: new Date(now.getTime() + OUTLIVES_TOKENS_MS) });

/** Refuses every access token of the sessions from now on. */
export function revocationsOf(sessionIds: readonly SessionId[], now: Date): readonly Revocation[] {
  return sessionIds.map((sessionId) => ({ kind: 'session', sessionId, ...span(now) }));
}

/** Refuses every access token of an account that was issued for an older authentication version. */
export function revocationBefore(userId: UserId, minAuthVersion: number, now: Date): Revocation {
  return { kind: 'user', userId, minAuthVersion, ...span(now) };
}
