import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessTokenSigner, internalTokenVerifier, newSigningKey, type SigningKeyPair } from '@veza/auth';
import { StartFailure } from '@veza/config';
import { systemClock } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';
import { freePort, userCaller } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayConfig } from '../src/env.ts';
import { startGateway, type RunningGateway } from '../src/start.ts';
import { composed, link, servedSubgraphs, type ServedSubgraphs } from './federation/graph.ts';

const ACCESS = `@link(url: "https://veza.dev/access/v1.0", import: ["@access"]) @composeDirective(name: "@access")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION`;
const cats = {
  cats: {
    sdl: `${link('"@key", "@composeDirective"').trim()} ${ACCESS}
      type Query { cat: Cat @access(level: "PUBLIC")  mine: Cat @access(level: "VIEWER") }
      type Cat @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        cat: () => ({ id: '1' }),
        mine: (_: unknown, _args: unknown, request: { subgraph: string; headers: object }) => mine(request),
      },
    },
  },
  lives: {
    sdl: `${link('"@key"')} type Cat @key(fields: "id") { id: ID!  lives: Int }`,
    resolvers: { Cat: { __resolveReference: (key: object) => key, lives: () => 9 } },
  },
};
/** Who the subgraph takes the caller for; a test decides. */
let mine: (request: { readonly headers: object }) => unknown = () => null;

let folder: string;
let subgraphs: ServedSubgraphs;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'veza-start-'));
  subgraphs = await servedSubgraphs(cats);
  file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed(cats, subgraphs.urlOf));
});
afterAll(async () => {
  await subgraphs[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** A gateway as the environment wants it. */
async function started(environment: Readonly<Record<string, string>>): Promise<RunningGateway & AsyncDisposable> {
  const port = String(await freePort());
  const env = { VEZA_GRAPHIQL: 'off', SUPERGRAPH: file, PORT: port, ...environment };
  const running = await startGateway(gatewayConfig(env, { workingDirectory: folder, ownSupergraph: file }), silentLog);
  return { ...running, [Symbol.asyncDispose]: () => running.app.close() };
}

const ask = async (url: string, query: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown; errors?: readonly { extensions: { code: string } }[] };
};

/** The address of the key set of those who sign tokens. */
async function keySetServer(keys: readonly SigningKeyPair[]) {
  const asked = { times: 0 };
  const server = createServer((_request, response) => {
    asked.times += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/jwks.json`, asked, [Symbol.dispose]: () => void server.close() };
}

describe('a gateway of its own', () => {
  it.each(['own', 'reference'])('runs plans with the %s executor', async (executor) => {
    await using gateway = await started({ AUTH: 'off', LIMITS: 'loose', EXECUTOR: executor, VEZA_DEDUPE: 'off', VEZA_BATCH: 'off' });
    expect(await ask(gateway.url, '{ cat { id lives } }')).toMatchObject({ data: { cat: { id: '1', lives: 9 } } });
  });

  it('asks subgraphs for their SDL in development and composes it', async () => {
    const list = Object.keys(cats)
      .map((name) => `${name}=${subgraphs.urlOf(name)}`)
      .join(',');
    const introspect = { AUTH: 'off', SUPERGRAPH_SOURCE: 'introspect', VEZA_SUBGRAPHS: list };
    await using gateway = await started(introspect);
    expect(await ask(gateway.url, '{ cat { lives } }')).toMatchObject({ data: { cat: { lives: 9 } } });
    expect(gateway.supergraph).toBe('cats, lives');
    const nowhere = `http://127.0.0.1:${await freePort()}/`;
    await expect(started({ ...introspect, VEZA_SUBGRAPHS: `${list},gone=${nowhere}` })).rejects.toThrow(/"gone" does not tell its SDL/);
    const twice = `one=${subgraphs.urlOf('cats')},two=${subgraphs.urlOf('cats')}`;
    await expect(started({ ...introspect, VEZA_SUBGRAPHS: twice })).rejects.toThrow(/do not make a supergraph: .*non-shareable/i);
  });

  it('goes where the environment says that a subgraph is', async () => {
    const moved = { ...cats.lives, resolvers: { Cat: { __resolveReference: (key: object) => key, lives: () => 7 } } };
    await using elsewhere = await servedSubgraphs({ lives: moved });
    await using gateway = await started({ AUTH: 'off', SUBGRAPH_URL_LIVES: elsewhere.urlOf('lives') });
    expect(await ask(gateway.url, '{ cat { lives } }')).toMatchObject({ data: { cat: { lives: 7 } } });
  });

  it('checks access tokens against the key set, tells subgraphs who asks in a token of its own, and counts what a person asks', async () => {
    const [users, gatewayKey] = [await newSigningKey(), await newSigningKey()];
    using keySet = await keySetServer([users]);
    const internal = internalTokenVerifier({
      audience: 'cats',
      keySet: () => Promise.resolve({ keys: [gatewayKey.publicJwk] }),
      clock: systemClock,
    });
    mine = async ({ headers }) => {
      const { 'x-veza-token': token } = headers as { readonly 'x-veza-token'?: string };
      const caller = await internal.verify(token ?? '');
      return caller?.kind === 'user' ? { id: caller.userId } : null;
    };
    const issuer = 'http://veza.test';
    await using gateway = await started({
      VEZA_JWKS_URL: keySet.url,
      VEZA_INTERNAL_SIGNING_KEY: JSON.stringify(gatewayKey.privateJwk),
      VEZA_PUBLIC_URL: issuer,
      VEZA_RATE_USER: '5/1',
    });
    const signer = accessTokenSigner({ issuer, activeKey: () => Promise.resolve(users), newTokenId: () => 'one', clock: systemClock });
    const { kind: _kind, expiresAt: _expiresAt, ...ada } = userCaller('user_00000000000000000000000ada');
    const { token } = await signer.sign(ada);
    expect(await ask(gateway.url, '{ mine { id lives } }', { authorization: `Bearer ${token}` })).toMatchObject({
      data: { mine: { id: ada.userId, lives: 9 } },
    });
    expect((await ask(gateway.url, '{ mine { id } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await ask(gateway.url, '{ cat { id } }', { authorization: 'Bearer forged' })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(gateway.app.isReady()).toBe(true);
    expect(keySet.asked.times).toBeLessThanOrEqual(2);
    const asked = Array.from({ length: 20 }, () => ask(gateway.url, '{ mine { id } }', { authorization: `Bearer ${token}` }));
    const codes = (await Promise.all(asked)).flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
    expect(new Set(codes)).toEqual(new Set(['RATE_LIMITED']));
  });

  it('is not ready while there are no keys, and lets nobody in', async () => {
    const { privateJwk } = await newSigningKey();
    const nowhere = `http://127.0.0.1:${await freePort()}/`;
    await using gateway = await started({ VEZA_JWKS_URL: nowhere, VEZA_INTERNAL_SIGNING_KEY: JSON.stringify(privateJwk) });
    expect(gateway.app.isReady()).toBe(false);
    const response = await fetch(`${gateway.url}/readyz`);
    expect(await response.json()).toMatchObject({ because: expect.arrayContaining(['keySet']) as unknown });
  });

  it.each([
    ['a folder', '.', /it is a folder/],
    ['nothing', 'none.graphql', /there is no such file/],
    ['no supergraph', 'plain.graphql', /cannot be served: /],
  ])('does not start from %s', async (_what, path, message) => {
    writeFileSync(join(folder, 'plain.graphql'), 'type Query { a: Int }');
    const start = started({ AUTH: 'off', SUPERGRAPH: path });
    await expect(start).rejects.toThrow(StartFailure);
    await expect(start).rejects.toThrow(message);
  });

  it('says which of its ports is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(started({ AUTH: 'off', VEZA_OPS_PORT: String(port) })).rejects.toThrow(new RegExp(`port ${port} .*VEZA_OPS_PORT`));
    taken.close();
  });
});
