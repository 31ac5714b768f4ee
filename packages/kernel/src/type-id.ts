import { NIL_UUID, uuidFromBytes, uuidToBytes, type Uuid } from './uuid.ts';

/** Crockford base 32, lower case: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const VALUE = new Map(Array.from(ALPHABET, (character, value) => [character, BigInt(value)]));

/** The largest id that is looked at; a longer one is refused before any work is done. */
export const MAX_ID_LENGTH = 64;

/**
 * The public form of an id: `<prefix>_<26 characters>`, the 128 bits of a uuid in base 32.
 * @see https://github.com/jetify-com/typeid/tree/main/spec
 */
export function toTypeId(prefix: string, uuid: Uuid): string {
  let bits = BigInt(`0x${Buffer.from(uuidToBytes(uuid)).toString('hex')}`);
  let suffix = '';
  for (let index = 0; index < 26; index += 1) {
    suffix = ALPHABET[Number(bits & 31n)] + suffix;
    bits >>= 5n;
  }
  return `${prefix}_${suffix}`;
}

/** The uuid behind a public id, or undefined when the text is malformed or carries another prefix. */
export function parseTypeId(prefix: string, text: string): Uuid | undefined {
  const suffix = text.slice(prefix.length + 1);
  if (text.length !== prefix.length + 27 || !text.startsWith(`${prefix}_`) || suffix[0]! > '7') return undefined;
  let bits = 0n;
  for (const character of suffix) {
    const value = VALUE.get(character);
    if (value === undefined) return undefined;
    bits = (bits << 5n) | value;
  }
  return uuidFromBytes(Buffer.from(bits.toString(16).padStart(32, '0'), 'hex'));
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
