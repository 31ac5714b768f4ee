import { scalar } from './scalar.ts';

const MAX_DIGITS = 16;
const DIGITS = /^\d{1,16}$/;

const inRange = (count: number) => (Number.isSafeInteger(count) && count >= 0 ? count : undefined);

/** `ByteCount`: an integer from 0 to 2^53 − 1; a JSON number on the wire, digit strings of at most 16 characters are accepted. */
export const byteCountScalar = scalar<number, number>({
  name: 'ByteCount',
  expected: 'an integer from 0 to 9007199254740991',
  read: (wire) => {
    if (typeof wire === 'number') return inRange(wire);
    return typeof wire === 'string' && wire.length <= MAX_DIGITS && DIGITS.test(wire) ? inRange(Number(wire)) : undefined;
  },
  write: (value) => (typeof value === 'bigint' || typeof value === 'number' ? inRange(Number(value)) : undefined),
});
