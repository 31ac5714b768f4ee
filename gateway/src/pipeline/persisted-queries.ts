import { createHash } from 'node:crypto';
import { byteBoundedCache } from './byte-bounded-cache.ts';

/** Texts that clients have sent once, by the SHA-256 that they ask for them with afterwards. In the memory of this process only. */
export interface PersistedQueries {
  find(hash: string): string | undefined;
  keep(hash: string, text: string): void;
}

/** SHA-256 of a text. 64 hex digits in lower case. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_TEXTS = 10_000;
/** Every text weighs at least this, so that their number is bounded with their bytes. */
const LEAST_BYTES = MAX_BYTES / MAX_TEXTS;

/** Nothing is known yet. At most 10,000 texts and 32 MiB; the least recently used go first. */
export function persistedQueries(): PersistedQueries {
  const texts = byteBoundedCache<string>(MAX_BYTES);
  return {
    find: (hash) => texts.get(hash),
    keep: (hash, text) => texts.set(hash, text, Math.max(LEAST_BYTES, Buffer.byteLength(text))),
  };
}
