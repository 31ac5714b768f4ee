import { err, ok, type Result } from '@veza/kernel';
import { RESERVED_USERNAMES } from './reserved-usernames.ts';

/** A username as it is shown, and the key under which it is unique. */
export interface Username {
  /** 3 to 32 of `a-z 0-9 _ .`, lower case. */
  readonly name: string;
  /** The name with look-alikes folded: two names with one key cannot be told apart by eye. */
  readonly key: string;
}

/** Why a text cannot be a username. */
export type UsernameFault = 'malformed' | 'reserved';

const FORM = /^[a-z0-9_.]{3,32}$/;
const LETTER_OR_DIGIT = /[a-z0-9]/;

/**
 * Look-alikes inside the alphabet of usernames; characters beyond it never get this far.
 * @see UTS 39 §4 and its confusables.txt
 */
const SKELETON: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['m', 'rn'],
]);

const skeletonOf = (name: string): string => Array.from(name, (character) => SKELETON.get(character) ?? character).join('');

/** For the names of the house `i` is folded too: `adm1n` is not to be had. */
const reservedKeyOf = (name: string): string => skeletonOf(name).replaceAll('i', 'l');

const RESERVED_KEYS: ReadonlySet<string> = new Set(RESERVED_USERNAMES.map(reservedKeyOf));

/** The form in which usernames are compared by spelling: NFKC, lower case. Makes no statement about validity. */
export function normaliseUsername(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The username that a text stands for. Malformed: wrong length or characters, or no letter and no digit. Reserved: kept for the house. */
export function parseUsername(text: string): Result<Username, UsernameFault> {
  const name = normaliseUsername(text);
  if (!FORM.test(name) || !LETTER_OR_DIGIT.test(name)) return err('malformed');
  return RESERVED_KEYS.has(reservedKeyOf(name)) ? err('reserved') : ok({ name, key: skeletonOf(name) });
}
