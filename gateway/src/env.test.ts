import { readFileSync } from 'node:fs';
import { newSigningKey } from '@veza/auth';
import { InvalidConfig } from '@veza/config';
import { defaultLimits, looseLimits } from '@veza/guard';
import { describe, expect, it } from 'vitest';
import { GATEWAY_VARIABLES, gatewayConfig } from './env.ts';

const around = { workingDirectory: '/home/ada', ownSupergraph: '/opt/veza/schema/supergraph.graphql' };
const read = (env: NodeJS.ProcessEnv) => gatewayConfig(env, around);
const foreign = { AUTH: 'off' };
const production = { VEZA_ENV: 'production', VEZA_PUBLIC_URL: 'https://veza.example/', VEZA_OPS_PORT: '4090' };

function problemsOf(env: NodeJS.ProcessEnv): InvalidConfig {
  try {
    read(env);
  } catch (error) {
    if (error instanceof InvalidConfig) return error;
  }
  throw new Error('the configuration was accepted');
}

describe('the configuration of a gateway of its own', () => {
  it('compares with the reference executor where it does not run plans itself', () => {
    expect(read({ ...foreign, VEZA_SHADOW_PERCENT: '2.5' }).shadowPercent).toBe(2.5);
    expect(problemsOf({ ...foreign, EXECUTOR: 'reference', VEZA_SHADOW_PERCENT: '1' }).message).toMatch(/VEZA_SHADOW_PERCENT/);
  });

  it('takes rates as points and points per second', () => {
    const tokens = { VEZA_JWKS_URL: 'http://users/jwks.json', VEZA_INTERNAL_SIGNING_KEY: 'none' };
    expect(problemsOf({ ...tokens, VEZA_RATE_USER: '0/1' }).message).toMatch(/VEZA_RATE_USER.*points/);
  });

  it('keeps plans in the data folder, if it has one', () => {
    expect(read(foreign).planCacheFolder).toBeUndefined();
    expect(read({ ...foreign, VEZA_DATA_DIR: 'data' }).planCacheFolder).toBe('/home/ada/data/plans');
  });

  it('needs nothing but AUTH=off for a supergraph that checks its callers itself', () => {
    expect(read({ ...foreign, SUPERGRAPH: 'any.graphql', LIMITS: 'loose', PORT: '4100' })).toMatchObject({
      port: 4100,
      host: '127.0.0.1',
      supergraph: { kind: 'file', path: '/home/ada/any.graphql' },
      identity: { kind: 'forwarded', headers: ['authorization'] },
      limits: looseLimits,
      introspection: true,
      graphiql: true,
      drainDelayMs: 0,
      environment: 'development',
    });
    expect(read(foreign)).toMatchObject({
      port: 4000,
      supergraph: { path: '/opt/veza/schema/supergraph.graphql' },
      limits: defaultLimits,
    });
  });

  it('wants the keys of those who sign tokens, and one of its own, where tokens are checked', async () => {
    expect(problemsOf({}).message).toMatch(/VEZA_JWKS_URL: is required unless AUTH=off; VEZA_INTERNAL_SIGNING_KEY: is required unless/);
    const { privateJwk, kid } = await newSigningKey();
    const keys = {
      VEZA_RATE_USER: '10/2',
      VEZA_JWKS_URL: 'http://127.0.0.1:4001/.well-known/jwks.json',
      VEZA_INTERNAL_SIGNING_KEY: JSON.stringify(privateJwk),
    };
    const rates = { user: { capacity: 10, refillPerSecond: 2 }, anonymous: { capacity: 10_000, refillPerSecond: 100 } };
    expect(read(keys).identity).toEqual({ kind: 'tokens', jwksUrl: keys.VEZA_JWKS_URL, internalKey: { kid, privateJwk }, rates });
  });

  it('is strict in production', () => {
    expect(
      problemsOf({ VEZA_ENV: 'production', AUTH: 'off', SUPERGRAPH_SOURCE: 'introspect', VEZA_SUBGRAPHS: 'a=http://a' }).variables,
    ).toEqual(['VEZA_OPS_PORT', 'VEZA_PUBLIC_URL', 'AUTH', 'SUPERGRAPH_SOURCE']);
    const open = read({ ...production, AUTH: 'off', VEZA_AUTH_OFF_IN_PRODUCTION: 'yes' });
    expect(open).toMatchObject({ publicUrl: 'https://veza.example', introspection: false, graphiql: false, drainDelayMs: 10_000 });
    const asked = { VEZA_INTROSPECTION: 'on', VEZA_GRAPHIQL: 'on', VEZA_DRAIN_DELAY: '2.5' };
    expect(read({ ...production, ...asked, AUTH: 'off', VEZA_AUTH_OFF_IN_PRODUCTION: 'yes' })).toMatchObject({
      introspection: true,
      graphiql: true,
      drainDelayMs: 2500,
    });
  });

  it('sets single limits over those that LIMITS chooses; only the cost may be off', () => {
    const env = { ...foreign, VEZA_LIMIT_DEPTH: '7', VEZA_LIMIT_COST: 'off' };
    expect(read(env).limits).toEqual({ ...defaultLimits, depth: 7, cost: Number.POSITIVE_INFINITY });
    expect(read({ ...foreign, VEZA_LIMIT_COST: '40', LIMITS: 'loose' }).limits).toEqual({ ...looseLimits, cost: 40 });
    expect(problemsOf({ ...foreign, VEZA_LIMIT_DEPTH: 'off', VEZA_LIMIT_COST: '0', VEZA_LIMIT_DETPH: '7' }).variables.toSorted()).toEqual([
      'VEZA_LIMIT_COST',
      'VEZA_LIMIT_DEPTH',
      'VEZA_LIMIT_DETPH',
    ]);
  });

  it('finds the address of a subgraph by its name', () => {
    const { addressOf } = read({
      ...foreign,
      SUBGRAPH_URL_MY_PRODUCTS: 'http://10.0.0.1/graphql',
      SUBGRAPH_WS_URL_MY_PRODUCTS: 'ws://10.0.0.1/live',
      SUBGRAPH_URL_REVIEWS: '',
    });
    expect(addressOf('my-products')).toEqual({ url: 'http://10.0.0.1/graphql', webSocketUrl: 'ws://10.0.0.1/live' });
    expect(addressOf('reviews')).toEqual({});
  });

  it('reads lists', () => {
    const env = {
      ...foreign,
      VEZA_FORWARD_HEADERS: ' Authorization, X-Tenant ,',
      VEZA_ALLOWED_ORIGINS: ' https://a.example, ,https://b.example',
      SUPERGRAPH_SOURCE: 'introspect',
      VEZA_SUBGRAPHS: 'one=http://127.0.0.1:1/graphql?key=a=b, two=https://two.example',
    };
    expect(read(env)).toMatchObject({
      identity: { headers: ['authorization', 'x-tenant'] },
      allowedOrigins: ['https://a.example', 'https://b.example'],
      supergraph: {
        kind: 'introspect',
        subgraphs: [
          { name: 'one', url: 'http://127.0.0.1:1/graphql?key=a=b' },
          { name: 'two', url: 'https://two.example' },
        ],
      },
    });
  });

  it('names every bad variable at once and never shows a value', () => {
    const bad = {
      PORT: 'xyzzy',
      VEZA_ENV: 'xyzzy',
      SUPERGRAPH_SOURCE: 'introspect',
      VEZA_SUBGRAPHS: 'one=http://xyzzy,one=http://xyzzy',
      VEZA_FORWARD_HEADERS: 'xyzzy,content-length',
      VEZA_ALLOWED_ORIGINS: 'xyzzy',
      VEZA_JWKS_URL: 'file:///xyzzy',
      VEZA_INTERNAL_SIGNING_KEY: '{"xyzzy":1}',
      VEZA_TRUST_PROXY_HOPS: '-1',
      VEZA_DRAIN_DELAY: 'xyzzy',
      VEZA_LIMIT_TOKENS: 'xyzzy',
      SUBGRAPH_URL_ONE: 'ws://xyzzy',
      SUBGRAPH_WS_URL_ONE: 'http://xyzzy',
    };
    const { variables, message } = problemsOf(bad);
    expect(variables.toSorted()).toEqual(
      Object.keys(bad)
        .filter((name) => name !== 'SUPERGRAPH_SOURCE')
        .toSorted(),
    );
    expect(message).not.toContain('xyzzy');
    expect(message).not.toContain('\n');
  });

  it('stands in the README, every variable and none besides', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rows = readme.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
    const named = rows.flatMap((row) => Array.from(row.split('|')[1]!.matchAll(/`([A-Z_<>]+)`/g), ([, name]) => name!));
    expect(new Set(named)).toEqual(new Set(GATEWAY_VARIABLES));
  });
});
