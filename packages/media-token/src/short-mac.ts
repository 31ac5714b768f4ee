import { createHmac, timingSafeEqual } from 'node:crypto';

/** Bytes of a signature that stand in an address. */
const MAC_BYTES = 16;

/** The first 16 bytes of HMAC-SHA256, as 22 characters of base64url. */
export function shortMac(key: Uint8Array, input: string): string {
  return createHmac('sha256', key).update(input).digest().subarray(0, MAC_BYTES).toString('base64url');
}

/** Compares two texts of signatures in a time that does not depend on where they differ. */
export function isSameMac(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
