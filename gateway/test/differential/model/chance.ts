/** A number of at least 0 and below 2³² that depends on every character of a text. @see FNV-1a, mixed once more */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Whether something that happens so often happens here. */
export const happens = (what: string, probability: number): boolean => hashOf(what) / 2 ** 32 < probability;
