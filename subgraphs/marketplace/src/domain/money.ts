import { currencyExponent } from './currency.ts';

/** An amount in the smallest unit of its currency, e.g. 1050n EUR is 10.50 EUR. */
export interface Money {
  readonly amountMinor: bigint;
  /** ISO 4217. */
  readonly currency: string;
}

/** An amount as a client writes it. */
export interface MoneyText {
  /** Decimal digits, e.g. `10.5`. */
  readonly amount: string;
  readonly currency: string;
}

/** The largest amount, in minor units: what stays exact in every sum that a statement of Postgres makes. */
export const MAX_AMOUNT_MINOR = 10n ** 12n;

const AMOUNT = /^(0|[1-9]\d{0,14})(?:\.(\d{1,4}))?$/;

/**
 * Reads an amount of 0 or more exactly. Undefined for an unknown currency, more digits than the currency has, a sign, a leading zero,
 * or more than 10^12 minor units: nothing is ever rounded.
 */
export function parseMoney({ amount, currency }: MoneyText): Money | undefined {
  const exponent = currencyExponent(currency);
  const [, whole, fraction = ''] = AMOUNT.exec(amount) ?? [];
  if (exponent === undefined || whole === undefined || fraction.length > exponent) return undefined;
  const amountMinor = BigInt(whole + fraction.padEnd(exponent, '0'));
  return amountMinor <= MAX_AMOUNT_MINOR ? { amountMinor, currency } : undefined;
}

/** The amount with exactly as many digits after the point as its currency has. */
export function formatMoney({ amountMinor, currency }: Money): MoneyText {
  const exponent = currencyExponent(currency);
  if (exponent === undefined) throw new Error(`no amount can be in ${currency}`);
  const digits = amountMinor.toString().padStart(exponent + 1, '0');
  const amount = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return { amount, currency };
}
