import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { link, servedSubgraphs, composed, type ServedSubgraphs } from './federation/graph.ts';
import { launchGateway } from './gateway-process.ts';

const cats = {
  cats: {
    sdl: `${link('"@key"')} type Query { cat: Cat } type Cat @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { cat: () => ({ id: '1' }) } },
  },
  lives: {
    sdl: `${link('"@key"')} type Cat @key(fields: "id") { id: ID!  lives: Int }`,
    resolvers: { Cat: { __resolveReference: (key: object) => key, lives: () => 9 } },
  },
};

const ask = async (url: string, query: string): Promise<unknown> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
};
const lines = (text: string): readonly string[] => text.trim().split('\n');

let folder: string;
let subgraphs: ServedSubgraphs;
let file: string;
const foreign = (port: number, environment: Readonly<Record<string, string>> = {}) => ({
  AUTH: 'off',
  LIMITS: 'loose',
  SUPERGRAPH: file,
  PORT: String(port),
  ...environment,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'veza-gateway-'));
  subgraphs = await servedSubgraphs(cats);
  file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed(cats, subgraphs.urlOf));
});
afterAll(async () => {
  await subgraphs[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

describe('npm run gateway', () => {
  it('serves a foreign supergraph, says where in one line, and ends with 0', async () => {
    const port = await freePort();
    await using gateway = launchGateway(foreign(port), ['npm', 'run', '--silent', 'gateway']);
    await gateway.ready();
    expect(lines(gateway.stdout())).toEqual([`Veza's gateway is ready at http://127.0.0.1:${port}/graphql (${file})`]);
    expect(await ask(gateway.url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    expect(await ask(gateway.url, '{ cat { id lives } }')).toEqual({ data: { cat: { id: '1', lives: 9 } } });
    expect(await gateway.end('SIGTERM')).toBe(0);
  });
});

describe('the process of a gateway', () => {
  it('plans nothing again after a restart', async () => {
    const data = join(folder, 'data');
    const planned: number[] = [];
    for (const _start of [1, 2]) {
      await using gateway = launchGateway(foreign(await freePort(), { VEZA_DATA_DIR: data }));
      await gateway.ready();
      expect(await ask(gateway.url, '{ cat { lives } }')).toEqual({ data: { cat: { lives: 9 } } });
      const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
      planned.push(Number(/veza_plan_duration_seconds_count\{.*\} (\d+)/.exec(metrics)?.[1] ?? 0));
      await waitUntil(() => readdirSync(join(data, 'plans')).length === 1);
      expect(await gateway.end('SIGTERM')).toBe(0);
    }
    expect(planned).toEqual([1, 0]);
  });

  it('serves the file anew when it changes and on SIGHUP, and keeps what it has when the file is bad', async () => {
    const own = join(folder, 'changing.graphql');
    const sdl = composed(cats, subgraphs.urlOf);
    writeFileSync(own, sdl);
    await using gateway = launchGateway(foreign(await freePort(), { SUPERGRAPH: own }));
    await gateway.ready();
    const served = async () => (await fetch(`${gateway.url}/supergraph.graphql`)).text();
    writeFileSync(own, `${sdl}\n# one`);
    await waitUntil(async () => (await served()).endsWith('# one'), { timeoutMs: 15_000 });
    writeFileSync(own, 'type Query {');
    await waitUntil(() => gateway.stdout().includes('supergraph.reload-failed'), { timeoutMs: 15_000 });
    expect(await ask(gateway.url, '{ cat { lives } }')).toEqual({ data: { cat: { lives: 9 } } });
    writeFileSync(own, `${sdl}\n# two`);
    process.kill(gateway.pid, 'SIGHUP');
    await waitUntil(async () => (await served()).endsWith('# two'), { timeoutMs: 15_000 });
    expect(await gateway.end('SIGINT')).toBe(0);
  });

  it('says in one line why it cannot start', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const bad = join(folder, 'bad.graphql');
    writeFileSync(bad, 'type Query {');
    const free = await freePort();
    const cases = [
      [foreign(port), 1, new RegExp(`port ${port} on 127.0.0.1 is taken .* PORT`)],
      [foreign(free, { SUPERGRAPH: bad }), 1, /cannot be served: Syntax Error/],
      [{ PORT: 'x', LIMITS: 'tight', VEZA_LIMIT_DEPTH: 'x' }, 78, /PORT: .*LIMITS: .*VEZA_LIMIT_DEPTH: .*VEZA_JWKS_URL/],
    ] as const;
    for (const [environment, code, message] of cases) {
      await using gateway = launchGateway(environment);
      expect(await gateway.exit()).toBe(code);
      expect(lines(gateway.stderr())).toEqual([expect.stringMatching(message)]);
      expect(gateway.stdout()).toBe('');
    }
    taken.close();
  });
});
