import { type ObjectTypeDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type AccessLevel, accessOf, ALL_SCOPES, isScope, mayPass, refusalCode } from './access.ts';
import { ANONYMOUS, type Caller, type Scope, serviceCaller, type UserCaller } from './caller.ts';

const person: UserCaller = {
  kind: 'user',
  userId: 'user_1',
  sessionId: 'session_1',
  authVersion: 1,
  scopes: [],
  methods: ['pwd'],
  authTime: 0,
  expiresAt: 0,
};
const finance: UserCaller = { ...person, scopes: ['ledger:read', 'orders:read'] };
const access = (directive: string) => accessOf(parse(`type T ${directive} { id: ID }`).definitions[0] as ObjectTypeDefinitionNode);

describe('accessOf', () => {
  it('reads level, scopes and rule', () => {
    expect(access('@access(level: "OWNER", scopes: ["users:read"], rule: "account.self")')).toEqual({
      level: 'OWNER',
      scopes: ['users:read'],
      rule: 'account.self',
    });
    expect(access('@access(level: "PUBLIC", scopes: null)')).toEqual({ level: 'PUBLIC', scopes: [], rule: undefined });
    expect(access('@access(level: "STAFF", scopes: "users:read")')).toMatchObject({ scopes: ['users:read'] });
    expect(access('@other')).toBeUndefined();
  });

  it.each([
    '@access',
    '@access(level: "public")',
    '@access(level: PUBLIC)',
    '@access(level: "STAFF")',
    '@access(level: "STAFF", scopes: [])',
    '@access(level: "STAFF", scopes: ["all"])',
    '@access(level: "STAFF", scopes: ["toString"])',
    '@access(level: "OWNER")',
    '@access(level: "DOMAIN")',
    '@access(level: "DOMAIN", rule: "")',
  ])('refuses %s', (directive) => {
    expect(() => access(directive)).toThrow('@access');
  });
});

describe('mayPass', () => {
  const callers: readonly Caller[] = [ANONYMOUS, person, finance, serviceCaller('social')];
  const table: readonly (readonly [AccessLevel, readonly Scope[], readonly string[]])[] = [
    ['PUBLIC', [], ['PASS', 'PASS', 'PASS', 'PASS']],
    ['DOMAIN', [], ['PASS', 'PASS', 'PASS', 'PASS']],
    ['VIEWER', [], ['UNAUTHENTICATED', 'PASS', 'PASS', 'FORBIDDEN']],
    ['OWNER', ['orders:read'], ['RULE', 'RULE', 'PASS', 'RULE']],
    ['STAFF', ['ledger:read', 'audit:read'], ['UNAUTHENTICATED', 'FORBIDDEN', 'PASS', 'FORBIDDEN']],
    ['STAFF', ['audit:read'], ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']],
    ['INTERNAL', [], ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'PASS']],
  ];

  it.each(table)('decides %s %j for nobody, a person, staff and a service', (level, scopes, decisions) => {
    expect(callers.map((caller) => mayPass(level, scopes, caller))).toEqual(decisions);
  });

  it('refuses nobody as somebody who may sign in', () => {
    expect(callers.map(refusalCode)).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('scopes', () => {
  it('are a closed, sorted list', () => {
    expect(ALL_SCOPES).toEqual([...ALL_SCOPES].toSorted());
    expect(ALL_SCOPES.every(isScope)).toBe(true);
    expect(isScope('constructor')).toBe(false);
  });
});
