import { readFileSync } from 'node:fs';
import { InvalidConfig } from '@veza/config';
import { describe, expect, it } from 'vitest';
import { LOCAL_VARIABLES, localConfig } from './env.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

const production = { VEZA_ENV: 'production', VEZA_PUBLIC_URL: 'https://veza.example' };

describe('the configuration of one process', () => {
  it('stands in the README, every variable and none besides', () => {
    const rows = Array.from(readme.matchAll(/^\| `([A-Z_]+)` +\|/gm), ([, name]) => name);
    expect(new Set(rows)).toEqual(new Set(LOCAL_VARIABLES));
  });

  it('needs nothing', () => {
    expect(localConfig({}, '/home/ada/veza')).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '/home/ada/veza/.veza',
      databaseUrl: undefined,
      graphiql: true,
      introspection: true,
      allowedOrigins: [],
      documents: 'open',
      rates: { user: { capacity: 20_000, refillPerSecond: 500 }, anonymous: { capacity: 10_000, refillPerSecond: 100 } },
      sendRate: { capacity: 60, refillPerSecond: 10 },
      compression: true,
    });
  });

  it('closes GraphiQL and introspection in production, unless they are asked for', () => {
    expect(localConfig({ ...production }, '/')).toMatchObject({ graphiql: false, introspection: false });
    expect(localConfig({ ...production, VEZA_GRAPHIQL: 'on', VEZA_INTROSPECTION: 'on' }, '/')).toMatchObject({
      graphiql: true,
      introspection: true,
    });
  });

  it('takes slashes off the ends of addresses and blanks off origins', () => {
    const config = localConfig(
      { VEZA_PUBLIC_URL: 'https://veza.example/', VEZA_ALLOWED_ORIGINS: ' https://a.example, ,https://b.example' },
      '/',
    );
    expect(config.publicUrl).toBe('https://veza.example');
    expect(config.allowedOrigins).toEqual(['https://a.example', 'https://b.example']);
  });

  it('wants to know its address in production, and a key of its own before others can reach it', () => {
    expect(() => localConfig({ VEZA_ENV: 'production' }, '/')).toThrow(/VEZA_PUBLIC_URL/);
    expect(() => localConfig({ ...production, HOST: '0.0.0.0' }, '/')).toThrow(/VEZA_KEK/);
    const kek = Buffer.alloc(32, 7);
    expect(localConfig({ ...production, HOST: '0.0.0.0', VEZA_KEK: kek.toString('base64') }, '/').keyEncryptionKey).toEqual(kek);
    expect(() => localConfig({ VEZA_KEK: 'c2hvcnQ=' }, '/')).toThrow(/VEZA_KEK: must be 32 bytes in base64/);
  });

  it('refuses what it cannot use', () => {
    expect(() => localConfig({ PORT: '70000' }, '/')).toThrow(InvalidConfig);
    expect(() => localConfig({ VEZA_RATE_USER: 'much' }, '/')).toThrow(/VEZA_RATE_USER: must be points and points per second/);
    expect(localConfig({ VEZA_RATE_USER: '10/2' }, '/').rates.user).toEqual({ capacity: 10, refillPerSecond: 2 });
  });
});
