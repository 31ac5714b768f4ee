import { describe, expect, it } from 'vitest';
import { allowedOrigins } from './origins.ts';

const options = {
  allowed: ['https://App.Example', 'https://other.example:8443/'],
  publicUrl: 'https://veza.example/base',
  isDevelopment: false,
};

describe('allowedOrigins', () => {
  it.each([
    ['https://app.example', true],
    ['HTTPS://APP.EXAMPLE', true],
    ['https://other.example:8443', true],
    ['https://veza.example', true],
    ['http://app.example', false],
    ['https://app.example:444', false],
    ['https://app.example.evil.example', false],
    ['null', false],
    ['http://localhost:5173', false],
  ])('says of %s: %s', (origin, expected) => {
    expect(allowedOrigins(options).includes(origin)).toBe(expected);
  });

  it('takes every page of this machine under development, and nothing that only looks like one', () => {
    const origins = allowedOrigins({ ...options, isDevelopment: true });
    const given = [
      'http://localhost:5173',
      'http://127.0.0.1:4000',
      'http://[::1]:1',
      'http://localhost.evil.example',
      'http://127.0.0.1.nip.io',
      'null',
    ];
    expect(given.map((origin) => origins.includes(origin))).toEqual([true, true, true, false, false, false]);
  });

  it('does not start with what is no origin', () => {
    expect(() => allowedOrigins({ ...options, allowed: ['app.example'] })).toThrow('app.example is no origin');
  });
});
