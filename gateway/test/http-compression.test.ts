import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

const LONG = '{ people(first: 100) { nodes { id name } } }';
const SHORT = '{ people(first: 1) { nodes { id name } } }';

/** An answer with its body as it was sent. */
interface RawAnswer {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

function ask(gateway: RunningGateway, query: string, accepted?: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(accepted === undefined ? {} : { 'accept-encoding': accepted }) };
    const asked = request(`${gateway.url}/graphql`, { method: 'POST', headers }, (answer) => {
      const parts: Buffer[] = [];
      answer
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).end(JSON.stringify({ query }));
  });
}

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('answers', () => {
  it('are compressed for clients that accept it, and are the same', async () => {
    const plain = await ask(gateway, LONG);
    const [brotli, gzipped] = [await ask(gateway, LONG, 'gzip, br'), await ask(gateway, LONG, 'gzip')];
    expect([plain, brotli, gzipped].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzipped.body)).toEqual(plain.body);
    for (const { headers, body } of [plain, brotli, gzipped]) {
      expect(headers['content-length']).toBe(String(body.length));
      expect(headers['vary']).toContain('Accept-Encoding');
    }
    expect(brotli.body.length).toBeLessThan(plain.body.length / 3);
  });

  it('that are short are sent as they are', async () => {
    expect((await ask(gateway, SHORT, 'gzip, br')).headers['content-encoding']).toBeUndefined();
  });

  it('are never compressed where it is switched off', async () => {
    await using plain = await startGateway({ compression: false });
    const { headers } = await ask(plain, LONG, 'gzip, br');
    expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, 'Accept, Authorization, Origin']);
  });
});
