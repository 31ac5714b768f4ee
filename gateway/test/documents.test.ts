import { createHash } from 'node:crypto';
import { inProcessRateLimiter } from '@veza/key-value/in-process';
import { systemClock } from '@veza/kernel';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { DocumentMode, TrustedDocuments } from '../src/pipeline/documents.ts';
import { codes, post, send, type Answer } from './app-fixture/ask.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';
import { rawSocket } from './app-fixture/raw-socket.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const PERSON = 'query Person($id: ID!) { person(id: $id) { name } }';
const COUNT = 'subscription Count { count(to: 1) { number } }';
const ID = `sha256:${sha256(PERSON)}`;
const trusted: TrustedDocuments = new Map([
  [ID, { name: 'Person', text: PERSON }],
  [`sha256:${sha256(COUNT)}`, { name: 'Count', text: COUNT }],
]);

const MODES: readonly DocumentMode[] = ['open', 'hybrid', 'only'];
let servers: ReadonlyMap<DocumentMode, RunningGateway>;
const inMode = (mode: DocumentMode): RunningGateway => servers.get(mode)!;
beforeAll(async () => {
  servers = new Map(await Promise.all(MODES.map(async (mode) => [mode, await startGateway({ documents: { mode, trusted } })] as const)));
});
afterAll(() => Promise.all(Array.from(servers.values(), (server) => server[Symbol.asyncDispose]())));

const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
const ada = { authorization: 'Bearer ada' };
const variables = { id: '1' };
const expected = { data: { person: { name: 'name of 1' } } };

/** One operation on a socket, with a payload of any shape. */
async function onSocket(gateway: RunningGateway, payload: object): Promise<Answer> {
  await using socket = await rawSocket(gateway.socketUrl);
  await socket.init();
  socket.send({ id: '1', type: 'subscribe', payload });
  const { type, payload: answer } = await socket.next();
  return type === 'next' ? (answer as Answer) : { errors: answer as NonNullable<Answer['errors']> };
}

const get = (gateway: RunningGateway, parameters: Readonly<Record<string, string>>, headers = {}) =>
  send(gateway, `/graphql?${new URLSearchParams(parameters).toString()}`, { headers: { accept: 'application/json', ...headers } });

describe('a trusted document', () => {
  it('is asked for by its id: by POST, by GET and on a socket', async () => {
    const gateway = inMode('open');
    expect((await post(gateway, { documentId: ID, variables })).json).toEqual(expected);
    expect((await get(gateway, { documentId: ID, variables: JSON.stringify(variables) })).json).toEqual(expected);
    expect(await onSocket(gateway, { documentId: ID, variables })).toEqual(expected);
    expect(await onSocket(gateway, { documentId: `sha256:${sha256(COUNT)}` })).toEqual({ data: { count: { number: 1 } } });
  });

  it('is found by the hash of Apollo clients too', async () => {
    const gateway = inMode('only');
    expect((await post(gateway, { extensions: persisted(PERSON), variables })).json).toEqual(expected);
  });

  it('that nobody knows is refused in both media types', async () => {
    const gateway = inMode('open');
    for (const [accept, wanted] of [
      ['application/json', 200],
      ['application/graphql-response+json', 400],
    ] as const) {
      const { status, json } = await post(gateway, { documentId: `sha256:${'0'.repeat(64)}` }, { accept });
      expect([status, codes(json as Answer)]).toEqual([wanted, ['PERSISTED_DOCUMENT_NOT_FOUND']]);
    }
    expect(codes(await onSocket(gateway, { documentId: 'sha256:x' }))).toEqual(['PERSISTED_DOCUMENT_NOT_FOUND']);
  });

  it('does not come with a text of its own', async () => {
    const gateway = inMode('open');
    const { status, json } = await post(gateway, { documentId: ID, query: PERSON, variables });
    expect([status, codes(json as Answer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it.each([
    ['open', false, true],
    ['open', true, true],
    ['hybrid', false, false],
    ['hybrid', true, true],
    ['only', false, false],
    ['only', true, false],
  ] as const)('%s: a text of somebody (signed in: %s) runs: %s', async (mode, isSignedIn, runs) => {
    const gateway = inMode(mode);
    const headers = isSignedIn ? ada : {};
    const { json } = await post(gateway, { query: '{ __typename }' }, headers);
    expect(codes(json as Answer)).toEqual(runs ? [] : ['DOCUMENT_REQUIRED']);
    expect((await post(gateway, { documentId: ID, variables }, headers)).json).toEqual(expected);
    const asked = await post(gateway, { extensions: persisted('{ __typename }') }, headers);
    expect(codes(asked.json as Answer)).toEqual([runs ? 'PERSISTED_QUERY_NOT_FOUND' : 'DOCUMENT_REQUIRED']);
  });
});

describe('automatic persisted queries', () => {
  const TEXT = '{ echo(text: "kept") }';
  const answer = { data: { echo: 'kept' } };

  it('are asked for by hash, sent once, and found from then on, wherever they are asked for', async () => {
    const gateway = inMode('open');
    const missed = await get(gateway, { extensions: JSON.stringify(persisted(TEXT)) }, ada);
    expect([missed.status, missed.json.errors[0].message, codes(missed.json as Answer)]).toEqual([
      200,
      'PersistedQueryNotFound',
      ['PERSISTED_QUERY_NOT_FOUND'],
    ]);
    expect((await post(gateway, { query: TEXT, extensions: persisted(TEXT) }, ada)).json).toEqual(answer);
    expect((await get(gateway, { extensions: JSON.stringify(persisted(TEXT)) })).json).toEqual(answer);
    expect((await post(gateway, { extensions: persisted(TEXT) })).json).toEqual(answer);
    expect(await onSocket(gateway, { extensions: persisted(TEXT) })).toEqual(answer);
  });

  it('are kept from a socket, and streams are found too', async () => {
    const gateway = inMode('open');
    const client = createClient({ url: gateway.socketUrl, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: ada });
    for await (const event of client.iterate({ query: COUNT, extensions: persisted(COUNT) })) expect(event.errors).toBeUndefined();
    await client.dispose();
    expect(await onSocket(gateway, { extensions: persisted(COUNT) })).toEqual({ data: { count: { number: 1 } } });
  });

  it('are run but not kept for somebody who is not signed in, and kept where nobody is known', async () => {
    const gateway = inMode('open');
    const TEXT = '{ echo(text: "kept") again: __typename }';
    const answer = { data: { echo: 'kept', again: 'Query' } };
    await using foreign = await startGateway({ forwardHeaders: ['authorization'] });
    for (const [server, kept] of [
      [gateway, false],
      [foreign, true],
    ] as const) {
      expect((await post(server, { query: TEXT, extensions: persisted(TEXT) })).json).toEqual(answer);
      expect(codes((await post(server, { extensions: persisted(TEXT) })).json as Answer)).toEqual(
        kept ? [] : ['PERSISTED_QUERY_NOT_FOUND'],
      );
    }
  });

  it('that are no good documents are not kept', async () => {
    const gateway = inMode('open');
    const bad = '{ nope }';
    await post(gateway, { query: bad, extensions: persisted(bad) }, ada);
    expect(codes((await post(gateway, { extensions: persisted(bad) }, ada)).json as Answer)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('of one person are at most a hundred new ones at once', async () => {
    const rate = { capacity: 10_000, refillPerSecond: 10_000 };
    const rateLimits = { limiter: inProcessRateLimiter({ clock: systemClock }), user: rate, anonymous: rate };
    await using gateway = await startGateway({ rateLimits });
    const textOf = (index: number) => `{ t${index}: __typename }`;
    for (let index = 0; index <= 100; index += 1) await post(gateway, { query: textOf(index), extensions: persisted(textOf(index)) }, ada);
    const found = async (index: number) => codes((await post(gateway, { extensions: persisted(textOf(index)) }, ada)).json as Answer);
    expect([await found(0), await found(99), await found(100)]).toEqual([[], [], ['PERSISTED_QUERY_NOT_FOUND']]);
  });

  it.each([
    ['the hash of another text', { query: TEXT, extensions: persisted('{ other }') }],
    ['no hash', { query: TEXT, extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } }],
    ['another version', { query: TEXT, extensions: { persistedQuery: { version: 2, sha256Hash: sha256(TEXT) } } }],
    ['something that is no object', { query: TEXT, extensions: { persistedQuery: 'x' } }],
  ])('are refused with %s', async (_what, body) => {
    const gateway = inMode('open');
    const { status, json } = await post(gateway, body, ada);
    expect([status, codes(json as Answer)]).toEqual([400, ['BAD_REQUEST']]);
  });
});
