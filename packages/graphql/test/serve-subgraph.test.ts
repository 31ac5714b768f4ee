import { type Caller, internalTokenSigner, internalTokenVerifier, INTERNAL_TOKEN_HEADER, newSigningKey, serviceCaller } from '@veza/auth';
import { toId } from '@veza/kernel';
import { type Client, type ClientOptions, createClient, type FormattedExecutionResult } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { httpEntityLookup, type ServedSubgraph, serveSubgraph, writeRequestHeaders } from '../src/index.ts';
import { alice, bob, notesSubgraph, recordingLog } from './notes-subgraph.ts';

const log = recordingLog();
const ended: string[] = [];
const tokens = new Map<string, Caller>([
  ['token-alice', alice],
  ['token-bob', bob],
  ['token-service', serviceCaller('tests')],
]);
let served: ServedSubgraph;

beforeAll(async () => {
  served = await serveSubgraph(notesSubgraph({ log, onSourceEnd: () => ended.push('source') }), {
    port: 0,
    host: '127.0.0.1',
    verifyInternalToken: (token) => (token === 'token-outage' ? Promise.reject(new Error('no keys')) : Promise.resolve(tokens.get(token))),
    log,
  });
});
afterAll(() => served.close());

const meta = { requestId: 'request-1', deadlineAt: Date.now() + 60_000 };
const headersOf = (token: string) => ({ 'content-type': 'application/json', ...writeRequestHeaders(meta, token, new Date()) });

function post(body: string | Uint8Array, headers: Record<string, string> = headersOf('token-alice')): Promise<Response> {
  return fetch(served.url, { method: 'POST', headers, body });
}
async function ask(query: string, variables: object = {}, token = 'token-alice'): Promise<unknown> {
  const response = await post(JSON.stringify({ query, variables }), headersOf(token));
  return response.json();
}

/** What mercurius reads beside the payload, from where graphql-ws lets a client put it. */
function lifted(_key: string, value: unknown): unknown {
  const extensions = (value as { payload?: { extensions?: { connectionInit?: object } } } | null)?.payload?.extensions;
  if (extensions?.connectionInit === undefined) return value;
  return { ...(value as object), extensions: [{ type: 'connectionInit', payload: extensions.connectionInit }] };
}
/** A client as the gateway's: one socket, a token on each operation. */
const socketClient = (options: Partial<ClientOptions> = {}): Client =>
  createClient({
    url: served.url.replace('http:', 'ws:'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    jsonMessageReplacer: lifted,
    ...options,
  });
const operation = (query: string, token?: string) => ({
  query,
  extensions: token === undefined ? null : { connectionInit: writeRequestHeaders(meta, token, new Date()) },
});
/** Events until the operation ends, and the errors that it ended with. */
async function collect(client: Client, query: string, token?: string) {
  const results: FormattedExecutionResult<Record<string, unknown>, unknown>[] = [];
  try {
    for await (const result of client.iterate(operation(query, token))) results.push(result);
    return { results, error: undefined };
  } catch (error) {
    return { results, error };
  }
}

describe('a served subgraph over HTTP', () => {
  it('answers with the identity and the request id that came with the call', async () => {
    expect(await ask('{ whoAmI }')).toEqual({ data: { whoAmI: 'user_alice request-1' } });
    expect(await ask('{ whoAmI }', {}, 'token-bob')).toEqual({ data: { whoAmI: 'user_bob request-1' } });
    expect(await ask('{ internal }', {}, 'token-service')).toEqual({ data: { internal: 'internal' } });
  });

  it('refuses a call without a valid token before it reads the body, also for _service', async () => {
    for (const headers of [{}, { [INTERNAL_TOKEN_HEADER]: 'forged' }]) {
      const response = await post('this is no JSON', { 'content-type': 'application/json', ...headers });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(
        (await post(JSON.stringify({ query: '{ _service { sdl } }' }), { 'content-type': 'application/json', ...headers })).status,
      ).toBe(401);
    }
    expect((await fetch(`${served.url}?query={whoAmI}`)).status).toBe(401);
  });

  it('says that it is unavailable while tokens cannot be verified', async () => {
    const response = await post(JSON.stringify({ query: '{ whoAmI }' }), headersOf('token-outage'));
    expect(response.status).toBe(503);
    expect(log.lines.some(({ event }) => event === 'graphql.token-unverifiable')).toBe(true);
  });

  it('accepts the tokens that the gateway signs for it', async () => {
    const key = await newSigningKey();
    const clock = () => new Date();
    const signer = internalTokenSigner({ key, clock });
    const verifier = internalTokenVerifier({ audience: 'notes', keySet: () => Promise.resolve({ keys: [key.publicJwk] }), clock });
    const guarded = await serveSubgraph(notesSubgraph(), {
      port: 0,
      host: '127.0.0.1',
      verifyInternalToken: (token) => verifier.verify(token),
      log,
    });
    const caller = { ...alice, userId: toId('user', ''), sessionId: toId('session', '') };
    const token = await signer.sign(caller, 'notes');
    const response = await fetch(guarded.url, { method: 'POST', headers: headersOf(token), body: JSON.stringify({ query: '{ whoAmI }' }) });
    expect(await response.json()).toEqual({ data: { whoAmI: `${caller.userId} request-1` } });
    expect((await fetch(guarded.url, { method: 'POST', headers: headersOf(await signer.sign(caller, 'other')), body: '{}' })).status).toBe(
      401,
    );
    await guarded.close();
  });

  it('reads only JSON in strict UTF-8', async () => {
    const query = JSON.stringify({ query: '{ whoAmI }' });
    expect((await post('{ whoAmI }', { ...headersOf('token-alice'), 'content-type': 'application/graphql' })).status).toBe(415);
    expect((await post(query, { ...headersOf('token-alice'), 'content-type': 'application/json; charset=latin1' })).status).toBe(415);
    expect((await post(query, { ...headersOf('token-alice'), 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
    expect((await post(Uint8Array.of(...Buffer.from('{"query":"{ whoAmI }'), 0xff, 0x22, 0x7d))).status).toBe(400);
    for (const body of [
      '{',
      '[]',
      '{}',
      '"text"',
      '{"query":1}',
      `{"query":"{ whoAmI }","variables":${'['.repeat(65)}${']'.repeat(65)}}`,
    ]) {
      const response = await post(body);
      expect(response.status, body).toBe(400);
      expect(await response.json(), body).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
  });

  it('answers POST only', async () => {
    const response = await fetch(`${served.url}?query={whoAmI}`, { headers: headersOf('token-alice') });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('tells apart what it refuses a document and its variables for', async () => {
    const codes = async (query: string, variables = {}) => {
      const response = await post(JSON.stringify({ query, variables }));
      const { errors, data } = (await response.json()) as { errors: { extensions: { code: string } }[]; data?: unknown };
      expect(data).toBeUndefined();
      return [response.status, errors[0]?.extensions.code];
    };
    const search = 'query ($limit: Int, $since: DateTime) { search(limit: $limit, since: $since) }';
    for (let round = 0; round < 3; round += 1) {
      expect(await codes('{ whoAmI')).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
      expect(await codes('{ nobody }')).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(await codes(search, { limit: 'many' })).toEqual([400, 'BAD_USER_INPUT']);
      expect(await codes(search, { since: 'yesterday' })).toEqual([400, 'BAD_USER_INPUT']);
    }
  });

  it('loads entities, keeps their places as numbers and masks what fails, compiled or not', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Note { text writtenAt } } fails(how: "error") }';
    const r = ['note_alice', 'note_bob', 'note_nobody'].map((id) => ({ __typename: 'Note', id }));
    for (let round = 0; round < 3; round += 1) {
      expect(await ask(query, { r })).toEqual({
        data: { _entities: [{ __typename: 'Note', text: 'hers', writtenAt: '2026-01-31T09:30:00.000Z' }, null, null], fails: null },
        errors: expect.arrayContaining([
          expect.objectContaining({ path: ['_entities', 1], extensions: { code: 'FORBIDDEN', requestId: 'request-1', retryable: false } }),
          expect.objectContaining({
            path: ['fails'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1', retryable: false },
          }),
        ]),
      });
    }
    expect(log.lines.filter(({ event }) => event === 'graphql.internal-error')).toHaveLength(3);
  });

  it('keeps a response key __proto__, however often it is asked for', async () => {
    for (let round = 0; round < 3; round += 1) {
      const response = await post(JSON.stringify({ query: '{ __proto__: whoAmI }' }));
      expect(await response.text()).toBe('{"data":{"__proto__":"user_alice request-1"}}');
    }
  });

  it('is asked for entities by other subgraphs as a service', async () => {
    const lookup = httpEntityLookup({ url: served.url, token: () => Promise.resolve('token-service') });
    expect(await lookup.findMany('Ledger', ['ledger_1'], 'total')).toEqual([{ total: '12.50' }]);
    expect(await lookup.findMany('Note', ['note_alice', 'note_nobody'], 'text')).toEqual([null, null]);
    const refused = httpEntityLookup({ url: served.url, token: () => Promise.resolve('forged') });
    await expect(refused.findMany('Ledger', ['ledger_1'], 'total')).rejects.toThrow('the subgraph answered');
    const absent = httpEntityLookup({ url: 'http://127.0.0.1:1/graphql', token: () => Promise.resolve('token-service') });
    await expect(absent.findMany('Ledger', ['ledger_1'], 'total')).rejects.toThrow('could not be asked');
  });
});

describe('a served subgraph over WebSocket', () => {
  const ticks = 'subscription { ticks(count: 2, then: "coded") { number contextNumber deadlineIn note { text } } }';

  it('keeps two identities on one socket apart', async () => {
    const client = socketClient();
    const [hers, his] = await Promise.all([collect(client, ticks, 'token-alice'), collect(client, ticks, 'token-bob')]);
    expect(hers.results.map(({ data }) => data?.['ticks'])).toMatchObject([{ number: 1, note: { text: 'hers' } }, { number: 2 }]);
    expect(his.results.map(({ data }) => data?.['ticks'])).toMatchObject([
      { number: 1, note: null },
      { number: 2, note: null },
    ]);
    expect(his.results[0]?.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', requestId: 'request-1' } }]);
    await client.dispose();
  });

  it('gives each event a fresh context and a fresh deadline', async () => {
    const client = socketClient();
    const { results } = await collect(client, ticks, 'token-alice');
    const events = results.map(({ data }) => data?.['ticks'] as { contextNumber: number; deadlineIn: number });
    expect(new Set(events.map(({ contextNumber }) => contextNumber)).size).toBe(2);
    for (const { deadlineIn } of events) expect(deadlineIn).toBeLessThanOrEqual(2_000);
    await client.dispose();
  });

  it('answers a failing source and a failing start with masked errors for that operation', async () => {
    const client = socketClient();
    expect((await collect(client, ticks, 'token-alice')).error).toMatchObject([
      { extensions: { code: 'CONFLICT', requestId: 'request-1' } },
    ]);
    const broken = await collect(client, ticks.replace('coded', 'error'), 'token-alice');
    expect(broken.error).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    const refused = await collect(client, 'subscription { badStart { number } }', 'token-alice');
    expect(refused.error).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify([broken, refused])).not.toContain('secret');
    await client.dispose();
  });

  it.each([
    ['without an identity', undefined],
    ['with a forged token', 'forged'],
  ])('refuses an operation %s', async (_what, token) => {
    const client = socketClient();
    const { error, results } = await collect(client, ticks, token);
    expect(results).toEqual([]);
    expect(error).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await client.dispose();
  });

  it('takes no identity from the opening of the socket', async () => {
    const client = socketClient({ connectionParams: writeRequestHeaders(meta, 'token-alice', new Date()) });
    const { error } = await collect(client, ticks);
    expect(error).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await client.dispose();
  });

  it('refuses a document that does not fit the schema', async () => {
    const client = socketClient();
    const { error } = await collect(client, 'subscription { ticks(count: 1) { nothing } }', 'token-alice');
    expect(error).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    await client.dispose();
  });

  it('ends the source when the client leaves', async () => {
    const client = socketClient();
    const before = ended.length;
    for await (const result of client.iterate(operation('subscription { ticks(count: 1) { number } }', 'token-alice'))) {
      expect(result.data).toEqual({ ticks: { number: 1 } });
      break;
    }
    await expect.poll(() => ended.length, { timeout: 10_000 }).toBe(before + 1);
    await client.dispose();
  });

  it.each([
    ['a browser', ['graphql-transport-ws'], { origin: 'https://example.org' }],
    ['another subprotocol', ['graphql-ws'], {}],
    ['none', [], {}],
  ])('opens no socket for %s', async (_what, protocols, options) => {
    const socket = new WebSocket(served.url.replace('http:', 'ws:'), protocols, options);
    const outcome = await new Promise((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  });
});
