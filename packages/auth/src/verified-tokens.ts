import { hash } from 'node:crypto';
import type { Clock } from '@veza/kernel';

/** What tokens were found to say, so that a signature is checked once per token. */
export interface VerifiedTokens<T> {
  find(token: string): T | undefined;
  /** @param expiresAt epoch seconds; from then on the token is looked at anew */
  remember(token: string, value: T, expiresAt: number): void;
}

/**
 * Keeps the most recently used tokens, by SHA-256 digest: the tokens themselves are not held.
 * @param capacity tokens; the least recently used one goes first
 */
export function verifiedTokens<T>(capacity: number, clock: Clock): VerifiedTokens<T> {
  const entries = new Map<string, { readonly value: T; readonly expiresAt: number }>();
  const digest = (token: string) => hash('sha256', token, 'base64url');
  return {
    find(token) {
      const key = digest(token);
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      if (clock().getTime() >= entry.expiresAt * 1000) return undefined;
      entries.set(key, entry);
      return entry.value;
    },
    remember(token, value, expiresAt) {
      entries.set(digest(token), { value, expiresAt });
      if (entries.size > capacity) entries.delete(entries.keys().next().value!);
    },
  };
}
