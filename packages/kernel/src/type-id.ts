import { NIL_UUID, type Uuid } from './uuid.ts';

/** Crockford base 32, lower case: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const HEX = '0123456789abcdef';
/** Digits of an id behind its prefix: 128 bits, five at a time, two zero bits before them. */
const DIGITS = 26;

/** Values of digits by the code of their character; -1 for every other character. */
function valuesOf(digits: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (const [value, digit] of Array.from(digits).entries()) values[digit.charCodeAt(0)] = value;
  return values;
}
const VALUES = valuesOf(ALPHABET);
const HEX_VALUES = valuesOf(HEX);

/** The largest id that is looked at; a longer one is refused before any work is done. */
export const MAX_ID_LENGTH = 64;

/**
 * The public form of an id: `<prefix>_<26 characters>`, the 128 bits of a uuid in base 32.
 * @see https://github.com/jetify-com/typeid/tree/main/spec
 */
export function toTypeId(prefix: string, uuid: Uuid): string {
  let id = `${prefix}_`;
  let bits = 0;
  let width = 2;
  for (let index = 0; index < uuid.length; index += 1) {
    const value = HEX_VALUES[uuid.charCodeAt(index) | 0x20] ?? -1;
    if (value < 0) continue;
    bits = (bits << 4) | value;
    width += 4;
    if (width < 5) continue;
    width -= 5;
    id += ALPHABET[bits >> width];
    bits &= (1 << width) - 1;
  }
  return id;
}

/** The uuid behind a public id, or undefined when the text is malformed or carries another prefix. */
export function parseTypeId(prefix: string, text: string): Uuid | undefined {
  const start = prefix.length + 1;
  if (text.length !== start + DIGITS || !text.startsWith(`${prefix}_`) || text[start]! > '7') return undefined;
  let hex = '';
  let bits = 0;
  let width = -2;
  for (let index = start; index < text.length; index += 1) {
    const value = VALUES[text.charCodeAt(index)] ?? -1;
    if (value < 0) return undefined;
    bits = (bits << 5) | value;
    for (width += 5; width >= 4; bits &= (1 << width) - 1) {
      width -= 4;
      hex += HEX[bits >> width];
    }
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The uuid behind a public id; a malformed or wrong-typed one becomes the nil uuid, which no row has. */
export function toUuid(prefix: string, text: string): Uuid {
  return parseTypeId(prefix, text) ?? NIL_UUID;
}

/** The prefix of a public id, or undefined when it has none. */
export function typeIdPrefix(text: string): string | undefined {
  const end = text.lastIndexOf('_');
  return end > 0 ? text.slice(0, end) : undefined;
}
