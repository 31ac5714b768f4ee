const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{` differ in this bit alone, and so do `]` and `}`. */
const BRACE_BIT = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;
/** `[`; what stands between strings is smaller, but for the letters of three words. */
const LEAST_BRACKET = 0x5b;

/** Index of the quote that ends a string whose first character is at `start`; at least the length of the bytes when none does. */
function endOfString(bytes: Uint8Array, start: number): number {
  let index = start;
  let byte = bytes[index];
  while (byte !== QUOTE && byte !== undefined) {
    index += byte === BACKSLASH ? 2 : 1;
    byte = bytes[index];
  }
  return index;
}

/**
 * Deepest nesting of lists and objects in JSON text, before it is parsed: one pass, no recursion, no copy.
 * Stops at the first level above `max` and answers `max + 1`. Malformed JSON gets some number; the parser refuses it afterwards.
 */
export function jsonDepth(bytes: Uint8Array, max: number): number {
  const { length } = bytes;
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index]!;
    if (byte === QUOTE) index = endOfString(bytes, index + 1);
    else if (byte < LEAST_BRACKET) continue;
    else if ((byte | BRACE_BIT) === CLOSING) depth -= 1;
    else if ((byte | BRACE_BIT) === OPENING) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > max) break;
    }
  }
  return deepest;
}
