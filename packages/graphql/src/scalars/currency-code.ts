import { scalar } from './scalar.ts';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const currencyCode = (value: unknown) => (typeof value === 'string' && CODES.has(value) ? value : undefined);

/** `CurrencyCode`: a currency of ISO 4217 in upper case, as the runtime's locale data lists them. */
export const currencyCodeScalar = scalar<string, string>({
  name: 'CurrencyCode',
  expected: 'a currency code of ISO 4217 in upper case',
  read: currencyCode,
  write: currencyCode,
});
