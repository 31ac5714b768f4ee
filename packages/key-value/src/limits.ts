const MAX_KEY_LENGTH = 200;
const MAX_VALUE_BYTES = 64 * 1024;
const MAX_TTL_MS = 30 * 24 * 60 * 60 * 1000;

/** Refuses an empty key and one of more than 200 characters. */
export function assertKey(key: string): void {
  if (key.length === 0 || key.length > MAX_KEY_LENGTH) throw new RangeError(`a key has 1 to ${MAX_KEY_LENGTH} characters`);
}

/** Refuses a value or member of more than 64 KiB of UTF-8. */
export function assertValue(value: string): void {
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES) throw new RangeError(`a value has at most ${MAX_VALUE_BYTES} bytes`);
}

/** Refuses a time to live that is not 1 millisecond to 30 days. */
export function assertTtl(ttlMs: number): void {
  if (!(ttlMs >= 1 && ttlMs <= MAX_TTL_MS)) throw new RangeError('a time to live is 1 millisecond to 30 days');
}
