import fc from 'fast-check';
import { GraphQLError, type GraphQLScalarType, parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scalars } from './scalars.ts';

const all = scalars(['http://localhost:4000']);
const get = (name: string): GraphQLScalarType => all.get(name)!;
const codeOf = (read: () => unknown): unknown => {
  try {
    return { accepted: read() };
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
};
function expectRefused(name: string, value: unknown): void {
  expect(codeOf(() => get(name).parseValue(value))).toBe('BAD_USER_INPUT');
}

describe('every scalar', () => {
  const values: readonly (readonly [string, unknown])[] = [
    ['DateTime', '2026-01-31T09:30:00.000Z'],
    ['Decimal', '-12.5000'],
    ['ByteCount', 5_368_709_120],
    ['CurrencyCode', 'EUR'],
    ['URL', 'https://example.org/a?b=c'],
    ['EmailAddress', 'a@example.org'],
    ['JSON', { a: [1, 'two', null, true] }],
  ];

  it.each(values)('%s gives back on the wire what it read', (name, wire) => {
    expect(get(name).serialize(get(name).parseValue(wire))).toEqual(wire);
  });

  it.each(values)('%s reads literals as it reads variables', (name, wire) => {
    const literal = parseValue(name === 'JSON' ? '{ a: [1, "two", null, true] }' : JSON.stringify(wire));
    expect(get(name).parseLiteral(literal)).toEqual(get(name).parseValue(wire));
  });

  it('refuses what JSON can carry and it cannot, without repeating it', () => {
    const names = [...all.keys()].filter((name) => name !== 'JSON');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.oneof(fc.boolean(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()), fc.constant(null)),
        expectRefused,
      ),
    );
    expect(() => get('URL').parseValue('secret')).toThrow('URL must be an absolute https address of at most 2048 characters');
  });

  it('takes something of the wrong kind from a resolver for a bug', () => {
    for (const name of all.keys())
      expect(
        codeOf(() => get(name).serialize(Symbol(name))),
        name,
      ).toBeInstanceOf(TypeError);
  });
});

describe('DateTime', () => {
  const read = (text: string) => (get('DateTime').parseValue(text) as Date).toISOString();

  it('reads every instant with every offset and answers UTC', () => {
    const instants = fc.date({ min: new Date('1970-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 }), (instant, minutes) => {
        const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        expect(read(local + offset)).toBe(instant.toISOString());
      }),
    );
  });

  it('cuts digits beyond milliseconds and takes lower case', () => {
    expect(read('2026-01-31t09:30:00.123999999z')).toBe('2026-01-31T09:30:00.123Z');
    expect(read('2026-01-31T09:30:00Z')).toBe('2026-01-31T09:30:00.000Z');
    expect(read('2024-02-29T00:00:00Z')).toBe('2024-02-29T00:00:00.000Z');
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00',
    '2026-01-01',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+0100',
    '1969-12-31T23:59:59.999Z',
    '1970-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '10000-01-01T00:00:00Z',
    '2026-1-1T00:00:00Z',
    '2026-01-01T00:00:00.Z',
    ' 2026-01-01T00:00:00Z',
    '',
  ])('refuses %j', (text) => {
    expectRefused('DateTime', text);
  });
});

describe('Decimal', () => {
  it('accepts exactly 15 digits before and 4 after the point', () => {
    const digits = (min: number, max: number) => fc.string({ unit: fc.constantFrom('0', '1', '5', '9'), minLength: min, maxLength: max });
    fc.assert(
      fc.property(fc.constantFrom('', '-'), digits(0, 17), fc.option(digits(0, 6)), (sign, whole, fraction) => {
        const isFit = whole.length >= 1 && whole.length <= 15 && (fraction === null || (fraction.length >= 1 && fraction.length <= 4));
        const text = sign + whole + (fraction === null ? '' : `.${fraction}`);
        expect(codeOf(() => get('Decimal').parseValue(text))).toEqual(isFit ? { accepted: text } : 'BAD_USER_INPUT');
      }),
    );
  });

  it('refuses numbers, in variables and in literals', () => {
    expectRefused('Decimal', 1.5);
    expect(codeOf(() => get('Decimal').parseLiteral(parseValue('1.5')))).toBe('BAD_USER_INPUT');
    expect(codeOf(() => get('Decimal').parseLiteral(parseValue('1')))).toBe('BAD_USER_INPUT');
  });

  it('looks at the length of two million digits before anything else', () => {
    const started = performance.now();
    expectRefused('Decimal', '9'.repeat(2_000_000));
    expectRefused('ByteCount', '9'.repeat(2_000_000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('ByteCount', () => {
  it('goes from 0 to 2^53 - 1, as a number or as digits', () => {
    for (const count of [0, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      expect(get('ByteCount').parseValue(count)).toBe(count);
      expect(get('ByteCount').parseValue(String(count))).toBe(count);
    }
    for (const wrong of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '-1', '1.0', '1e3', '9007199254740992', ' 1', ''])
      expectRefused('ByteCount', wrong);
  });

  it('answers a bigint of the database as a number', () => {
    expect(get('ByteCount').serialize(5_368_709_120n)).toBe(5_368_709_120);
    expect(() => get('ByteCount').serialize(2n ** 53n)).toThrow(TypeError);
  });
});

describe('CurrencyCode, EmailAddress and URL', () => {
  it.each([
    ['CurrencyCode', 'eur'],
    ['CurrencyCode', 'EURO'],
    ['CurrencyCode', 'QQQ'],
    ['CurrencyCode', ''],
    ['EmailAddress', 'nobody'],
    ['EmailAddress', 'a@b@c'],
    ['EmailAddress', '@example.org'],
    ['EmailAddress', 'a@'],
    ['EmailAddress', 'a b@example.org'],
    ['EmailAddress', 'a\0@example.org'],
    ['EmailAddress', `a@${'x'.repeat(253)}`],
    ['URL', 'http://example.org'],
    ['URL', '/path'],
    ['URL', 'javascript:alert(1)'],
    ['URL', 'https://user:password@example.org'],
    ['URL', 'https://exa mple.org'],
    ['URL', 'https://example.org\\@evil.example'],
    ['URL', 'https://example.org/\n'],
    ['URL', `https://example.org/${'x'.repeat(2_048)}`],
    ['URL', 'http://localhost:4001/'],
  ])('%s refuses %j', (name, text) => {
    expectRefused(name, text);
  });

  it('let http pass for our own origin only', () => {
    expect(get('URL').parseValue('http://localhost:4000/m/1')).toBe('http://localhost:4000/m/1');
    expect(get('URL').serialize(new URL('http://localhost:4000/m/1'))).toBe('http://localhost:4000/m/1');
  });
});

describe('JSON', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

  it('nests 8 levels and no more', () => {
    expect(get('JSON').parseValue(nested(8))).toEqual(nested(8));
    expectRefused('JSON', nested(9));
  });

  it('refuses texts and numbers that cannot be stored', () => {
    for (const wrong of ['a\0', ['a\ud800'], { 'a\0': 1 }, Number.NaN, undefined, 1n]) expectRefused('JSON', wrong);
  });

  it('keeps a key __proto__ as a key', () => {
    const read = get('JSON').parseValue(JSON.parse('{ "__proto__": { "isAdmin": true } }')) as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(['__proto__']);
    expect(read['isAdmin']).toBeUndefined();
  });

  it('reads variables inside a literal', () => {
    expect(get('JSON').parseLiteral(parseValue('{ a: [1.5, true, RED, null] }'), {})).toEqual({ a: [1.5, true, 'RED', null] });
  });
});
