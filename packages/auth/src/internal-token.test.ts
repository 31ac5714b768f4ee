import { describe, expect, it } from 'vitest';
import { ANONYMOUS, serviceCaller, type Caller, type UserCaller } from './caller.ts';
import { internalTokenSigner, internalTokenVerifier } from './internal-token.ts';
import { newSigningKey } from './signing-key.ts';

const NOW = Date.parse('2026-01-01T00:00:00.000Z');
const key = await newSigningKey();
const person: UserCaller = {
  kind: 'user',
  userId: 'user_00000000000000000000000001',
  sessionId: 'session_00000000000000000000000002',
  authVersion: 3,
  scopes: ['users:read'],
  methods: ['pwd'],
  authTime: NOW / 1000,
  expiresAt: NOW / 1000 + 600,
};

function open() {
  const time = { now: NOW };
  const clock = () => new Date(time.now);
  const keySet = async () => ({ keys: [key.publicJwk] });
  return {
    time,
    signer: internalTokenSigner({ key, clock }),
    verifierOf: (audience: string) => internalTokenVerifier({ audience, keySet, clock }),
  };
}

describe('an internal token', () => {
  it.each<[string, Caller]>([
    ['a person', person],
    ['a part of the platform', serviceCaller('tracks')],
    ['nobody', ANONYMOUS],
  ])('carries %s to a subgraph', async (_who, caller) => {
    const { signer, verifierOf } = open();
    const received = await verifierOf('chat').verify(await signer.sign(caller, 'chat'));
    expect(received).toEqual(caller.kind === 'user' ? { ...caller, expiresAt: NOW / 1000 + 60 } : caller);
  });

  it('is good for one subgraph only', async () => {
    const { signer, verifierOf } = open();
    expect(await verifierOf('users').verify(await signer.sign(person, 'chat'))).toBeUndefined();
  });

  it('is used again for half a minute, and not for another person, version, role or audience', async () => {
    const { time, signer } = open();
    const token = await signer.sign(person, 'chat');
    expect(await signer.sign({ ...person, expiresAt: person.expiresAt + 300 }, 'chat')).toBe(token);
    time.now = NOW + 29_999;
    expect(await signer.sign(person, 'chat')).toBe(token);
    const changed: readonly [Caller, string][] = [
      [person, 'users'],
      [{ ...person, sessionId: 'session_00000000000000000000000009' }, 'chat'],
      [{ ...person, authVersion: 4 }, 'chat'],
      [{ ...person, scopes: [] }, 'chat'],
      [ANONYMOUS, 'chat'],
    ];
    for (const [caller, audience] of changed) expect(await signer.sign(caller, audience)).not.toBe(token);
    time.now = NOW + 30_000;
    expect(await signer.sign(person, 'chat')).not.toBe(token);
  });

  it('ends after a minute, also when it was verified before', async () => {
    const { time, signer, verifierOf } = open();
    const token = await signer.sign(person, 'chat');
    const verifier = verifierOf('chat');
    expect(await verifier.verify(token)).toBe(await verifier.verify(token));
    time.now = NOW + 121_000;
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('is nothing that an access token could pass for', async () => {
    const { verifierOf } = open();
    for (const token of ['', 'x', 'a.b.c']) expect(await verifierOf('chat').verify(token)).toBeUndefined();
  });
});
