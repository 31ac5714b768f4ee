import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, post, send, type Answer } from './app-fixture/ask.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

const RESPONSE = 'application/graphql-response+json';
const PAGE = 'https://app.example';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('methods of /graphql', () => {
  it.each(['PUT', 'PATCH', 'DELETE'])('answers %s with 405 and says what may be sent', async (method) => {
    const { status, headers, json } = await send(gateway, '/graphql', { method });
    expect([status, headers.get('allow'), codes(json as Answer)]).toEqual([405, 'GET, HEAD, POST, OPTIONS', ['METHOD_NOT_ALLOWED']]);
  });

  it('answers HEAD as GET, without the body', async () => {
    const ask = (method: string) => send(gateway, '/graphql?query=%7B__typename%7D', { method, headers: { accept: RESPONSE } });
    const [head, get] = [await ask('HEAD'), await ask('GET')];
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['content-type', 'content-length', 'vary', 'cache-control'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    expect(Number(get.headers.get('content-length'))).toBe(Buffer.byteLength(get.text));
  });

  it('refuses a mutation by HEAD and does not run it', async () => {
    const { status } = await send(gateway, '/graphql?query=mutation%7Btouch%7D', { method: 'HEAD', headers: { accept: RESPONSE } });
    expect([status, gateway.state.touched]).toEqual([405, 0]);
  });

  it('says to OPTIONS what may be sent', async () => {
    const { status, headers, text } = await send(gateway, '/graphql', { method: 'OPTIONS' });
    expect([status, headers.get('allow'), text]).toEqual([204, 'GET, HEAD, POST, OPTIONS', '']);
    expect(headers.get('access-control-allow-methods')).toBeNull();
  });
});

describe('preflights', () => {
  const preflight = (origin: string) =>
    send(gateway, '/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, content-type' },
    });

  it('let pages of allowed origins send what clients send', async () => {
    const { status, headers } = await preflight(PAGE);
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-max-age')]).toEqual([204, PAGE, '600']);
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST');
    const allowed = headers.get('access-control-allow-headers')!.split(', ');
    for (const name of [
      'authorization',
      'content-type',
      'content-encoding',
      'x-veza-client',
      'apollo-require-preflight',
      'last-event-id',
    ]) {
      expect(allowed).toContain(name);
    }
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
  });

  it.each(['https://evil.example', 'null', 'http://app.example'])('tell a page of %s nothing', async (origin) => {
    const { status, headers } = await preflight(origin);
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-methods')]).toEqual([204, null, null]);
  });
});

describe('forged requests', () => {
  const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

  it.each(forms)('cannot come from a form: a body of the type %s is refused, and nothing runs', async (type) => {
    const { status, headers } = await post(
      gateway,
      { query: 'mutation { touch }' },
      { 'content-type': type, origin: 'https://evil.example' },
    );
    expect([status, gateway.state.touched]).toEqual([415, 0]);
    expect(headers.get('accept-post')).toBe('application/json');
  });

  it('cannot come without a type', async () => {
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', body: Buffer.from('{"query":"mutation { touch }"}') });
    await response.text();
    expect([response.status, gateway.state.touched]).toEqual([415, 0]);
  });
});
