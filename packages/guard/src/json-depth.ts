const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{` differ in this bit alone, and so do `]` and `}`. */
const BRACE_BIT = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** Index of the quote that ends a string whose first character is at `start`; the length of the bytes when none does. */
function endOfString(bytes: Uint8Array, start: number): number {
  let index = start;
  while (index < bytes.length && bytes[index] !== QUOTE) index += bytes[index] === BACKSLASH ? 2 : 1;
  return index;
}

/**
 * Deepest nesting of lists and objects in JSON text, before it is parsed: one pass, no recursion, no copy.
 * Stops at the first level above `max` and answers `max + 1`. Malformed JSON gets some number; the parser refuses it afterwards.
 */
export function jsonDepth(bytes: Uint8Array, max: number): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < bytes.length && deepest <= max; index += 1) {
    const byte = bytes[index]!;
    if (byte === QUOTE) index = endOfString(bytes, index + 1);
    else if ((byte | BRACE_BIT) === OPENING) deepest = Math.max(deepest, (depth += 1));
    else if ((byte | BRACE_BIT) === CLOSING) depth -= 1;
  }
  return deepest;
}
