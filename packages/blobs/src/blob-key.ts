const KEY = /^[a-z0-9/_.-]{1,512}$/;
const MAX_SEGMENT_LENGTH = 200;

const isSegment = (segment: string) =>
  segment.length >= 1 && segment.length <= MAX_SEGMENT_LENGTH && segment !== '.' && !segment.includes('..');

/**
 * Refuses what is no key: 1 to 512 of `a-z0-9/_.-`, made of segments of 1 to 200 characters between slashes, none of them `.` and none with `..`.
 * Every adapter calls it first, so a key never leaves its store.
 */
export function assertBlobKey(key: string): void {
  if (!KEY.test(key) || !key.split('/').every(isSegment)) throw new RangeError('not a key of a blob');
}

/** Refuses what no key begins with; the empty prefix is that of all keys. */
export function assertBlobPrefix(prefix: string): void {
  if (prefix !== '') assertBlobKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
}
