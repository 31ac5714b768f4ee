import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, post, send, sendRaw, type Answer } from './app-fixture/ask.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const firstCode = (json: unknown) => codes(json as Answer)[0];

describe('POST /graphql', () => {
  it('joins what two subgraphs know', async () => {
    const { status, json, headers } = await post(gateway, {
      query: '{ person(id: "1") { name noteCount } notes(first: 1) { text author { name } } }',
    });
    expect(status).toBe(200);
    expect(json).toEqual({
      data: { person: { name: 'name of 1', noteCount: 3 }, notes: [{ text: 'note 0', author: { name: 'name of p0' } }] },
    });
    expect(headers.get('content-type')).toBe(`${RESPONSE}; charset=utf-8`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('vary')).toBe('Accept, Accept-Encoding, Authorization, Origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('server')).toBeNull();
  });

  it.each([
    [undefined, JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    [`${RESPONSE}, application/json`, RESPONSE],
    [`application/json, ${RESPONSE};q=0.5`, JSON_TYPE],
    ['text/html, */*;q=0.1', JSON_TYPE],
  ])('answers Accept %s with %s', async (accept, expected) => {
    const { status, headers } = await post(gateway, { query: '{ __typename }' }, accept === undefined ? { accept: '' } : { accept });
    expect([status, headers.get('content-type')]).toEqual([200, `${expected}; charset=utf-8`]);
  });

  it('takes null for absent members', async () => {
    const { json } = await post(gateway, { query: '{ __typename }', operationName: null, variables: null, extensions: null });
    expect(json).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    ['a batch', [{ query: '{ __typename }' }]],
    ['no object', '"query"'],
    ['no query', {}],
    ['an empty query', { query: '' }],
    ['a query that is no text', { query: 1 }],
    ['variables that are a list', { query: '{ __typename }', variables: [] }],
    ['an operation name that is no text', { query: '{ __typename }', operationName: 1 }],
    ['extensions that are text', { query: '{ __typename }', extensions: 'x' }],
    ['broken JSON', '{"query":'],
    ['no body', ''],
  ])('refuses %s with BAD_REQUEST in both media types', async (_what, body) => {
    for (const accept of [RESPONSE, JSON_TYPE]) {
      const { status, json } = await post(gateway, body, { accept });
      expect([status, firstCode(json)]).toEqual([400, 'BAD_REQUEST']);
    }
  });

  it('refuses bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"query":"{ echo(text: \\"'), Buffer.from([0xff]), Buffer.from('\\") }"}')]);
    const { status, json } = await post(gateway, bytes);
    expect([status, firstCode(json)]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each(['text/plain', 'application/graphql', 'application/json; charset=latin1', 'application/x-www-form-urlencoded', 'nonsense'])(
    'refuses a body of the type %s with 415',
    async (type) => {
      const { status, json } = await post(gateway, { query: '{ __typename }' }, { 'content-type': type });
      expect([status, firstCode(json)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    },
  );

  it('refuses what it cannot answer with 406, as JSON', async () => {
    const { status, json, headers } = await post(gateway, { query: '{ __typename }' }, { accept: 'text/html' });
    expect([status, firstCode(json), headers.get('content-type')]).toEqual([406, 'NOT_ACCEPTABLE', `${JSON_TYPE}; charset=utf-8`]);
  });

  it.each([
    ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ nope', 'GRAPHQL_PARSE_FAILED'],
    ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
    ['query($n: Int!) { echo(number: $n) }', 'BAD_USER_INPUT'],
  ])('answers %s with 400 in the newer media type and 200 in the older', async (query, code) => {
    const newer = await post(gateway, { query });
    const older = await post(gateway, { query }, { accept: JSON_TYPE });
    expect([newer.status, firstCode(newer.json)]).toEqual([400, code]);
    expect([older.status, firstCode(older.json)]).toEqual([200, code]);
    expect('data' in newer.json).toBe(false);
  });

  it('tells at most twenty validation errors', async () => {
    const { json } = await post(gateway, {
      query: `{ ${Array.from({ length: 20 }, (_, index) => `a${index}: nope${index}`).join(' ')} b: x }`,
    });
    expect(json.errors.length).toBeLessThanOrEqual(20);
  });

  it('refuses a subscription with 406: there is no stream to answer it with', async () => {
    const { status, json } = await post(gateway, { query: 'subscription { count(to: 1) { number } }' });
    expect([status, firstCode(json)]).toEqual([406, 'NOT_ACCEPTABLE']);
  });

  it('runs the operation that is named', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    const { json } = await post(gateway, { query, operationName: 'B' });
    expect(json).toEqual({ data: { b: 'Query' } });
  });

  it('echoes keys and aliases that are names of JavaScript', async () => {
    const { json } = await post(
      gateway,
      '{"query":"query($__proto__: String) { __proto__: echo(text: $__proto__) constructor: __typename }","variables":{"__proto__":"x"}}',
    );
    expect(Object.entries(json.data)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'Query'],
    ]);
  });

  it('masks nothing that the client sent into its messages', async () => {
    const { text } = await post(gateway, {
      query: 'query($f: Filter) { echo(filter: $f) }',
      variables: { f: { number: 'hunter2', tags: ['hunter2', 7] } },
    });
    expect(text).toContain('$f.number');
    expect(text).not.toContain('hunter2');
  });
});

describe('GET /graphql', () => {
  const get = (query: string, headers: Readonly<Record<string, string>> = { accept: RESPONSE }, rest = '') =>
    send(gateway, `/graphql?query=${encodeURIComponent(query)}${rest}`, { headers });

  it('answers a query', async () => {
    const { json } = await get('query($t: String) { echo(text: $t) }', undefined, `&variables=${encodeURIComponent('{"t":"hi"}')}`);
    expect(json).toEqual({ data: { echo: 'hi' } });
  });

  it('refuses a mutation with 405 and does not run it', async () => {
    const { status, headers } = await get('mutation { touch }');
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect(gateway.state.touched).toBe(0);
  });

  it('needs a sign that the request was meant: JSON in Accept, or a header that a page cannot send', async () => {
    const forged = await get('{ __typename }', { accept: '*/*' });
    const meant = await get('{ __typename }', { accept: '*/*', 'x-veza-client': 'test/1' });
    const preflighted = await get('{ __typename }', { accept: '*/*', 'apollo-require-preflight': '1' });
    expect([forged.status, meant.status, preflighted.status]).toEqual([400, 200, 200]);
  });

  it('takes an empty operation name for none', async () => {
    const { status, json } = await get('query Named { __typename }', undefined, '&operationName=');
    expect([status, json]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it.each(['&variables=%7B', '&variables=[]', '&query=again'])('refuses broken parameters: %s', async (rest) => {
    const { status, json } = await get('{ __typename }', undefined, rest);
    expect([status, firstCode(json)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('takes a URL of 8 KiB and refuses a longer one with 414', async () => {
    const padded = (length: number) => '/graphql?query=%7B__typename%7D&padding='.padEnd(length, 'x');
    const fits = await send(gateway, padded(8192), { headers: { accept: RESPONSE } });
    const tooLong = await send(gateway, padded(8193), { headers: { accept: RESPONSE } });
    expect([fits.status, tooLong.status, firstCode(tooLong.json)]).toEqual([200, 414, 'CONTENT_TOO_LARGE']);
  });
});

describe('other paths', () => {
  it('answers an unknown path as a problem, never as HTML', async () => {
    const { status, headers, json } = await send(gateway, '/nothing', { headers: { accept: 'text/html' } });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(json).toMatchObject({ status: 404, code: 'NOT_FOUND', requestId: headers.get('x-request-id') });
  });
});

describe('bytes that are no request', () => {
  const raw = (bytes: string) =>
    new Promise<{ status: string; type: string | undefined; problem: Record<string, unknown> }>((resolve, reject) => {
      const { hostname, port } = new URL(gateway.url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (data: Buffer) => (answer += data.toString('utf8')));
      socket.on('error', reject).on('close', () => {
        const [head = '', body = ''] = answer.split('\r\n\r\n');
        const type = /^content-type: (.*)$/im.exec(head)?.[1]?.trim();
        resolve({ status: head.split(' ')[1] ?? '', type, problem: JSON.parse(body) as Record<string, unknown> });
      });
    });
  const end = 'Host: a\r\nConnection: close\r\n\r\n';

  it.each([
    ['an address that cannot be decoded', `GET /% HTTP/1.1\r\n${end}`, 400, 'BAD_REQUEST'],
    ['no HTTP at all', '\x16\x03\x01\r\n\r\n', 400, 'BAD_REQUEST'],
    ['an unknown method', `FOO /graphql HTTP/1.1\r\n${end}`, 400, 'BAD_REQUEST'],
    ['two lengths', `POST /graphql HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${end}`, 400, 'BAD_REQUEST'],
    ['a head beyond 16 KiB', `GET /livez HTTP/1.1\r\nX: ${'a'.repeat(17_000)}\r\n${end}`, 431, 'CONTENT_TOO_LARGE'],
    ['an upgrade to something else', 'GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'a handshake without a key',
      'GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
  ])('are answered as a problem: %s', async (_what, bytes, status, code) => {
    expect(await raw(bytes)).toEqual({
      status: String(status),
      type: 'application/problem+json; charset=utf-8',
      problem: { type: 'about:blank', title: expect.any(String), status, code, requestId: expect.stringMatching(/^request-\d+$/) },
    });
  });
});

describe('request ids and headers', () => {
  it('keeps a fit x-request-id and replaces others', async () => {
    const kept = await post(gateway, { query: '{ nope }' }, { 'x-request-id': 'client-0001' });
    expect(kept.headers.get('x-request-id')).toBe('client-0001');
    expect(kept.json.errors[0].extensions.requestId).toBe('client-0001');
    for (const unfit of ['short', 'with space 123', 'x'.repeat(65)]) {
      const { headers } = await post(gateway, { query: '{ __typename }' }, { 'x-request-id': unfit });
      expect(headers.get('x-request-id')).toMatch(/^request-\d+$/);
    }
  });

  it('lets allowed pages read and others not', async () => {
    const allowed = await post(gateway, { query: '{ __typename }' }, { origin: 'https://app.example' });
    const other = await post(gateway, { query: '{ __typename }' }, { origin: 'https://evil.example' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('identity', () => {
  it('knows the caller of a bearer token', async () => {
    const { json } = await post(gateway, { query: '{ me { id } }' }, { authorization: 'Bearer ada' });
    expect(json.data.me.id).toMatch(/^user_ada/);
  });

  it.each(['Bearer forged', 'Bearer', 'Basic YWRhOg==', 'ada'])('refuses %s with 401 in both media types', async (authorization) => {
    for (const accept of [RESPONSE, JSON_TYPE]) {
      const { status, headers, json } = await post(gateway, { query: '{ __typename }' }, { authorization, accept });
      expect([status, headers.get('www-authenticate'), firstCode(json)]).toEqual([401, 'Bearer', 'UNAUTHENTICATED']);
    }
  });

  it('refuses two Authorization headers', async () => {
    const { status } = await sendRaw(
      gateway,
      ['content-type', JSON_TYPE, 'authorization', 'Bearer ada', 'authorization', 'Bearer bob'],
      '{"query":"{ __typename }"}',
    );
    expect(status).toBe(400);
  });
});
