import { scalar } from './scalar.ts';

/** Sign, 15 digits, point, 4 digits. */
const MAX_LENGTH = 21;
const DECIMAL = /^-?\d{1,15}(\.\d{1,4})?$/;

/** Exact decimal text: at most 15 digits before and 4 after the point. The length is looked at before anything else. */
export function isDecimal(text: string): boolean {
  return text.length <= MAX_LENGTH && DECIMAL.test(text);
}

const decimalText = (value: unknown) => (typeof value === 'string' && isDecimal(value) ? value : undefined);

/** `Decimal`: text on both sides, never a number, so that no rounding can happen on the way. */
export const decimalScalar = scalar<string, string>({
  name: 'Decimal',
  expected: 'a string of at most 15 digits before and 4 after the point',
  read: decimalText,
  write: decimalText,
});
