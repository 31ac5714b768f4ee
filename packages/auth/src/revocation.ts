import { toId } from '@veza/kernel';

/** Subject of the hint that says a revocation was committed. */
export const REVOCATION_SUBJECT = 'veza.ctl.revocation';

/**
 * Access tokens that must not pass although they have not expired: all of a session that ended,
 * or those of a person that were issued for an older `authVersion` than the account now has.
 */
export type Revocation = {
  /** Instant at which it was recorded. */
  readonly revokedAt: Date;
  /** From here on no token that it concerns can be alive, clock skew included. */
  readonly expiresAt: Date;
} & (
  | { readonly kind: 'session'; readonly sessionId: `session_${string}` }
  | { readonly kind: 'user'; readonly userId: `user_${string}`; readonly minAuthVersion: number }
);

/** Durable revocations, as their owner keeps them. */
export interface RevocationSource {
  /** Those recorded at or after `since` that have not expired, oldest first. */
  revokedSince(since: Date): Promise<readonly Revocation[]>;
}

/** The bytes of the hint for one revocation. */
export function encodeRevocation(revocation: Revocation): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(revocation));
}

/** The revocation in a hint, or undefined when the bytes are not one. */
export function decodeRevocation(payload: Uint8Array): Revocation | undefined {
  const fields = parseFields(payload);
  const instants = { revokedAt: new Date(String(fields['revokedAt'])), expiresAt: new Date(String(fields['expiresAt'])) };
  if (Number.isNaN(instants.revokedAt.getTime()) || Number.isNaN(instants.expiresAt.getTime())) return undefined;
  const { kind, sessionId, userId, minAuthVersion } = fields;
  if (kind === 'session' && typeof sessionId === 'string') return { ...instants, kind, sessionId: toId('session', sessionId) };
  if (kind === 'user' && typeof userId === 'string' && typeof minAuthVersion === 'number') {
    return { ...instants, kind, userId: toId('user', userId), minAuthVersion };
  }
  return undefined;
}

function parseFields(payload: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(payload));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
