import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyExponent } from './currency.ts';
import { formatMoney, MAX_AMOUNT_MINOR, parseMoney } from './money.ts';

describe('currencyExponent', () => {
  it.each([
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
    ['XXX', undefined],
    ['DEM', undefined],
    ['', undefined],
  ])('knows that %s has %s digits', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });
});

describe('parseMoney', () => {
  it.each([
    ['10', 'EUR', 1_000n],
    ['10.5', 'EUR', 1_050n],
    ['10.50', 'EUR', 1_050n],
    ['0', 'EUR', 0n],
    ['0.01', 'EUR', 1n],
    ['500', 'JPY', 500n],
    ['1.234', 'KWD', 1_234n],
  ])('reads %s %s as %s', (amount, currency, amountMinor) => {
    expect(parseMoney({ amount, currency })).toEqual({ amountMinor, currency });
  });

  it.each([
    ['10.505', 'EUR'],
    ['10.500', 'EUR'],
    ['1.0', 'JPY'],
    ['-1', 'EUR'],
    ['+1', 'EUR'],
    ['01', 'EUR'],
    ['1.', 'EUR'],
    ['.5', 'EUR'],
    ['1e3', 'EUR'],
    [' 1', 'EUR'],
    ['', 'EUR'],
    ['10000000000.01', 'EUR'],
    ['1', 'ABC'],
  ])('refuses "%s" %s', (amount, currency) => {
    expect(parseMoney({ amount, currency })).toBeUndefined();
  });

  it('reads back every amount that was written', () => {
    const currencies = fc.constantFrom('JPY', 'EUR', 'KWD');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_AMOUNT_MINOR }), currencies, (amountMinor, currency) => {
        expect(parseMoney(formatMoney({ amountMinor, currency }))).toEqual({ amountMinor, currency });
      }),
      { seed: 20_261_125 },
    );
  });
});

describe('formatMoney', () => {
  it('writes exactly the digits of the currency', () => {
    expect(formatMoney({ amountMinor: 5n, currency: 'EUR' })).toEqual({ amount: '0.05', currency: 'EUR' });
    expect(formatMoney({ amountMinor: 5n, currency: 'JPY' })).toEqual({ amount: '5', currency: 'JPY' });
    expect(() => formatMoney({ amountMinor: 5n, currency: 'XXX' })).toThrow('XXX');
  });
});
