import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, post, type Answer } from './app-fixture/ask.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

const MAX_BYTES = 256 * 1024;

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** A good request of exactly so many bytes. */
function bodyOf(bytes: number): string {
  const rest = JSON.stringify({ query: '{ __typename }', extensions: { padding: '' } }).length;
  return JSON.stringify({ query: '{ __typename }', extensions: { padding: 'x'.repeat(bytes - rest) } });
}

const codings = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const;

describe('a compressed body', () => {
  it.each(codings)('is read as %s', async (coding, compress) => {
    const body = compress(JSON.stringify({ query: '{ echo(text: "small") }' }));
    const { status, json } = await post(gateway, body, { 'content-encoding': coding });
    expect([status, json]).toEqual([200, { data: { echo: 'small' } }]);
  });

  it.each(codings)('may hold 256 KiB once it is inflated, as %s, and not one byte more', async (coding, compress) => {
    const ask = async (bytes: number) => post(gateway, compress(bodyOf(bytes)), { 'content-encoding': coding });
    expect((await ask(MAX_BYTES)).status).toBe(200);
    const { status, json } = await ask(MAX_BYTES + 1);
    expect([status, codes(json as Answer)]).toEqual([413, ['CONTENT_TOO_LARGE']]);
  });

  it('that is a bomb is refused as too large', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    expect(bomb.length).toBeLessThan(MAX_BYTES);
    const { status, json } = await post(gateway, bomb, { 'content-encoding': 'gzip' });
    expect([status, codes(json as Answer)]).toEqual([413, ['CONTENT_TOO_LARGE']]);
  });

  it.each(['gzip', 'br'])('that is broken is refused, as %s', async (coding) => {
    const { status, json } = await post(gateway, '{"query":"{ __typename }"}', { 'content-encoding': coding });
    expect([status, codes(json as Answer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it.each(['zstd', 'gzip, br', 'nonsense'])(
    'in the coding "%s" is refused with 415, and the client is told which there are',
    async (coding) => {
      const { status, headers, json } = await post(gateway, gzipSync('{}'), { 'content-encoding': coding });
      expect([status, codes(json as Answer), headers.get('accept-encoding')]).toEqual([
        415,
        ['UNSUPPORTED_MEDIA_TYPE'],
        'gzip, deflate, br',
      ]);
    },
  );

  it('in no coding is read as it is', async () => {
    expect((await post(gateway, { query: '{ __typename }' }, { 'content-encoding': 'identity' })).status).toBe(200);
  });
});

describe('a body', () => {
  it('of 256 KiB passes and one byte more is refused with 413', async () => {
    expect((await post(gateway, bodyOf(MAX_BYTES))).status).toBe(200);
    const { status, json } = await post(gateway, bodyOf(MAX_BYTES + 1));
    expect([status, codes(json as Answer)]).toEqual([413, ['CONTENT_TOO_LARGE']]);
  });

  it('that comes in pieces without a length is cut at the same size', async () => {
    const pieces = new ReadableStream({
      start(controller) {
        for (let index = 0; index < 5; index += 1) controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
        controller.close();
      },
    });
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: pieces,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    await response.text();
  });

  it('may hold members and extensions that nobody knows', async () => {
    const { status, json } = await post(gateway, { query: '{ __typename }', id: '1', extensions: { trace: { on: true } } });
    expect([status, json]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it.each(['application/json; charset=utf-16', 'application/json; charset=iso-8859-1'])('in %s is refused with 415', async (type) => {
    const { status, json } = await post(gateway, { query: '{ __typename }' }, { 'content-type': type });
    expect([status, codes(json as Answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  });

  it.each(['application/json;charset=UTF-8', 'Application/JSON', 'application/json; charset="utf-8"'])('as %s is read', async (type) => {
    expect((await post(gateway, { query: '{ __typename }' }, { 'content-type': type })).status).toBe(200);
  });
});
