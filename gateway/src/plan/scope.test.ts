import { ANONYMOUS, serviceCaller } from '@veza/auth';
import { userCaller } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import type { CallMeta } from '../transport/port.ts';
import { publicMeta, scopeKeyOf, scopeOf, sharedMeta } from './scope.ts';

const ada = userCaller('user_0000000000000000000000ada1', { scopes: ['users:read', 'audit:read'] });
const meta: CallMeta = {
  caller: ada,
  requestId: 'r',
  deadlineAt: 1,
  signal: new AbortController().signal,
  clientAddress: '192.0.2.1',
  userAgent: 'Browser',
  idempotencyKey: 'k',
};

describe('the scope of a request', () => {
  it('is the same for one caller, in whatever order rights are listed and whenever the token ends', () => {
    const again = { ...ada, scopes: ['audit:read', 'users:read'] as const, expiresAt: ada.expiresAt + 60 };
    expect(scopeKeyOf(again)).toBe(scopeKeyOf(ada));
  });

  it.each([
    ['person', { ...ada, userId: 'user_0000000000000000000000b0b1' as const }],
    ['session', { ...ada, sessionId: 'session_00000000000000000000000009' as const }],
    ['version', { ...ada, authVersion: 2 }],
    ['right', { ...ada, scopes: ['users:read'] as const }],
    ['proof', { ...ada, methods: ['pwd', 'otp'] }],
    ['time of the proof', { ...ada, authTime: ada.authTime + 1 }],
    ['kind of caller', ANONYMOUS],
    ['part of the platform', serviceCaller('chat')],
  ])('differs by %s', (_, caller) => {
    expect(scopeKeyOf(caller)).not.toBe(scopeKeyOf(ada));
  });

  it('differs by what else a subgraph is told', () => {
    const keys = [meta, { ...meta, clientAddress: '192.0.2.2' }, { ...meta, userAgent: 'Other' }].map((one) => scopeOf(one).key);
    expect(new Set(keys).size).toBe(3);
  });

  it('is all forwarded headers where identity is foreign, whatever their order and case', () => {
    const keyOf = (forwardedHeaders: Record<string, string>) => scopeOf({ ...meta, forwardedHeaders }).key;
    expect(keyOf({ Authorization: 'a', 'x-tenant': 't' })).toBe(keyOf({ 'x-tenant': 't', authorization: 'a' }));
    expect(keyOf({ authorization: 'a' })).not.toBe(keyOf({ authorization: 'b' }));
    expect(keyOf({})).not.toBe(scopeOf(meta).key);
  });

  it('has one writer for all sessions of a person', () => {
    const other = { ...meta, caller: { ...ada, sessionId: 'session_00000000000000000000000009' as const } };
    expect(scopeOf(other).writer).toBe(scopeOf(meta).writer);
  });
});

it('a shared call carries no key against repetition, a public one nothing of who asks', () => {
  const { idempotencyKey: _key, ...shared } = meta;
  const call = { deadlineAt: 2, signal: new AbortController().signal, variablesJson: () => '{}' };
  expect(sharedMeta(meta, call)).toEqual({ ...shared, ...call });
  expect(publicMeta(meta, call)).toEqual({ caller: ANONYMOUS, requestId: 'r', ...call });
});
