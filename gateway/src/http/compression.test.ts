import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codingFor, encodeBody } from './compression.ts';

describe('the coding of an answer', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['GZIP; q=0.1', 'gzip'],
    ['br;q=nonsense', undefined],
  ])('for Accept-Encoding %s is %s', (accepted, coding) => {
    expect(codingFor(accepted)).toBe(coding);
  });
});

describe('an answer', () => {
  it('of less than 1 KiB is sent as it is', async () => {
    expect(await encodeBody('x'.repeat(1023), 'br')).toEqual({ body: 'x'.repeat(1023), coding: undefined });
    expect((await encodeBody('x'.repeat(1024), 'br')).coding).toBe('br');
  });

  it.each([2_000, 64 * 1024, 64 * 1024 + 1, 1_000_000])('of %i characters comes back as it was', async (length) => {
    const text = 'ü€𝄞 '.repeat(length / 5).padEnd(length, '.');
    const [brotli, gzipped] = [await encodeBody(text, 'br'), await encodeBody(text, 'gzip')];
    expect(brotliDecompressSync(brotli.body).toString('utf8')).toBe(text);
    expect(gunzipSync(gzipped.body).toString('utf8')).toBe(text);
  });
});
