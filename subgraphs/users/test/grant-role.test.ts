import { revocationSet } from '@veza/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usersFixture, type UsersFixture } from './users-fixture.ts';

let users: UsersFixture;
beforeAll(async () => {
  users = await usersFixture();
});
afterAll(() => users[Symbol.asyncDispose]());

describe('commands.grantRole', () => {
  it('gives the next token its scopes and has the older ones refused, wherever they are checked', async () => {
    const session = await users.join('ada');
    const before = await users.callerOf(session);
    const set = revocationSet({
      source: users.subgraph.revocations,
      hints: async function* () {},
      clock: users.clock,
      onFailure: () => undefined,
    });
    const told: string[] = [];
    set.onRevoked((revocation) => told.push(revocation.kind));

    expect(await users.restarted().commands.grantRole({ username: 'ADA', role: 'SUPPORT' })).toEqual({
      ok: true,
      value: { userId: before.userId, isNew: true },
    });
    await set.runOnce();
    expect(set.isRevoked(before)).toBe(true);
    expect(told).toEqual(['user']);

    const after = await users.callerOf((await users.refresh(session.refreshToken)).session!);
    expect(after).toMatchObject({ authVersion: 2, scopes: ['orders:read', 'security:read', 'sessions:revoke', 'users:read'] });
    expect(set.isRevoked(after)).toBe(false);
    expect(await users.run('{ viewer { roles } }', {}, after)).toEqual({ data: { viewer: { roles: ['SUPPORT'] } } });
  });

  it('changes nothing the second time, and finds nobody by a name that nobody has', async () => {
    await users.join('bob');
    const grant = (username: string) => users.subgraph.commands.grantRole({ username, role: 'ADMIN' });
    expect(await grant('bob')).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await grant('bob')).toMatchObject({ ok: true, value: { isNew: false } });
    expect((await users.sql`select auth_version from account where username = 'bob'`)[0]).toEqual({ auth_version: 2 });
    expect(await grant('nobody')).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('sends the hint as soon as it has happened', async () => {
    const heard: string[] = [];
    const eventBus = {
      publish: (subject: string) => void heard.push(subject),
      subscribe: async function* () {},
      drain: async () => undefined,
    };
    await users.join('carol');
    await users.restarted({ eventBus }).commands.grantRole({ username: 'carol', role: 'FINANCE' });
    expect(heard).toEqual(['veza.ctl.revocation']);
  });
});
