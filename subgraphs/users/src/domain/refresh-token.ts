/** How long a lost answer may be asked for again, and how long the successor is kept readable for it. Milliseconds. */
export const REFRESH_GRACE_MS = 60_000;

/** A refresh token that was used and has a successor. */
export interface RotatedToken {
  readonly rotatedAt: Date;
  /** Digest of the `Idempotency-Key` of the first use; undefined when there was none or the grace is over. */
  readonly retryKeyHash: Uint8Array | undefined;
}

/**
 * What a second use of a refresh token is.
 *
 * A token is `active` until its first use makes it `rotated`; there is one successor, and it is the only active token of the family.
 * Requests that ran at the same time all saw `active` and all get that successor; they do not come here. Whoever sees `rotated` came later:
 * with the same `Idempotency-Key` within 60 s it is a `retry` after a lost answer, otherwise it is `reuse`, and the family ends.
 * @see RFC 9700 §4.14
 */
export function judgeSecondUse(token: RotatedToken, retryKeyHash: Uint8Array | undefined, now: Date): 'retry' | 'reuse' {
  if (!token.retryKeyHash || !retryKeyHash) return 'reuse';
  const isInTime = now.getTime() - token.rotatedAt.getTime() <= REFRESH_GRACE_MS;
  return isInTime && equalBytes(token.retryKeyHash, retryKeyHash) ? 'retry' : 'reuse';
}

const equalBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index]);
