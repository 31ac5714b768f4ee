const MAX_KEY_CHARACTERS = 200;
const MAX_VALUE_BYTES = 64 * 1024;
const MAX_TTL_MS = 30 * 24 * 60 * 60 * 1000;

/** Throws when a key is longer than every adapter takes. */
export function checkKey(key: string): void {
  if (key.length === 0 || key.length > MAX_KEY_CHARACTERS)
    throw new Error(`a key has 1 to ${MAX_KEY_CHARACTERS} characters, not ${key.length}`);
}

/** Throws when a value is larger, or is to live longer, than every adapter takes. */
export function checkEntry(key: string, value: string, ttlMs: number): void {
  checkKey(key);
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES) throw new Error(`the value of ${key} is larger than ${MAX_VALUE_BYTES} bytes`);
  if (!(ttlMs > 0 && ttlMs <= MAX_TTL_MS)) throw new Error(`the TTL of ${key} is not between 0 and 30 days`);
}
