import type { UserCaller } from '@veza/auth';
import { toTypeId, toUuid } from '@veza/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GOOD_PASSWORD, type SessionAnswer, usersFixture, type UsersFixture } from './users-fixture.ts';

const NEW_PASSWORD = 'another-fine-lamp-48';
const SIGN_OUT = 'mutation { signOut { userErrors { code } } }';
const REVOKE = 'mutation($input: RevokeSessionInput!) { revokeSession(input: $input) { userErrors { code } } }';
const CHANGE = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }';
const REQUEST = 'mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code } } }';
const RESET = 'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }';

describe('users.session-ended.v1', () => {
  let users: UsersFixture;
  let count = 0;
  let name: string;
  let first: SessionAnswer;
  let second: SessionAnswer;
  let caller: UserCaller;
  beforeAll(async () => {
    users = await usersFixture();
  });
  afterAll(() => users[Symbol.asyncDispose]());
  beforeEach(async () => {
    name = `leaver${(count += 1)}`;
    first = await users.join(name);
    second = (await users.signIn(name)).data!.signIn.session!;
    caller = await users.callerOf(first);
    await users.sql`truncate outbox`;
  });

  /** What the outbox holds of ended sessions. Rows that one transaction wrote have one `xmin`. */
  const told = async () => {
    const rows = await users.sql<{ key: string; revision: number; data: object; writer: string }[]>`
      select key, revision::int, envelope -> 'data' as data, xmin::text as writer from outbox where topic = 'users.session-ended.v1' order by key`;
    const sessions = await users.sql<
      { id: string; writer: string }[]
    >`select id, xmin::text as writer from session where ended_at is not null`;
    return rows.map(({ writer, ...event }) => ({
      ...event,
      isOfTheSameTransaction: sessions.some(({ id, writer: other }) => toTypeId('session', id) === event.key && other === writer),
    }));
  };
  const ended = (reason: string, ...sessions: readonly SessionAnswer[]) =>
    sessions
      .map(({ id }) => id)
      .toSorted()
      .map((id) => ({
        key: id,
        revision: 1,
        data: { sessionId: id, userId: first.user.id, reason },
        isOfTheSameTransaction: true,
      }));
  const change = (currentPassword: string) => users.run(CHANGE, { input: { currentPassword, newPassword: NEW_PASSWORD } }, caller);

  it('tells of a sign-out', async () => {
    await users.run(SIGN_OUT, {}, caller);
    expect(await told()).toEqual(ended('SIGN_OUT', first));
  });

  it('tells of a session that was revoked', async () => {
    await users.run(REVOKE, { input: { sessionId: second.id } }, caller);
    expect(await told()).toEqual(ended('REVOKED', second));
  });

  it('tells of every other session when a password is changed, and not of the one that asks', async () => {
    const third = (await users.signIn(name)).data!.signIn.session!;
    await change(GOOD_PASSWORD);
    expect(await told()).toEqual(ended('PASSWORD', second, third));
  });

  it('tells of every session when a password is reset', async () => {
    await users.run(REQUEST, { input: { email: `${name}@example.org` } });
    const token = await users.mailedToken('RESET_PASSWORD');
    await users.run(RESET, { input: { token, newPassword: NEW_PASSWORD } });
    expect(await told()).toEqual(ended('PASSWORD', first, second));
  });

  it('tells of a session whose refresh token came twice, once', async () => {
    await users.refresh(first.refreshToken);
    await users.refresh(first.refreshToken);
    await users.refresh(first.refreshToken);
    expect(await told()).toEqual(ended('REUSE', first));
  });

  it('tells nothing where nothing ended', async () => {
    const stranger = await users.join(`stranger${count}`);
    await users.refresh(first.refreshToken);
    for (const sessionId of [stranger.id, first.user.id, 'nonsense']) await users.run(REVOKE, { input: { sessionId } }, caller);
    await change('not-the-password');
    await users.run(RESET, { input: { token: `vzm1.${'A'.repeat(43)}`, newPassword: NEW_PASSWORD } });
    await users.refresh(`vzr1.${'A'.repeat(43)}`);
    expect(await told()).toEqual([]);
    await users.run(SIGN_OUT, {}, caller);
    await users.run(SIGN_OUT, {}, caller);
    expect(await told()).toEqual(ended('SIGN_OUT', first));
  });

  it('tells nothing of a session that ran out', async () => {
    users.clock.advance(31 * 86_400_000);
    await users.subgraph.background['sessionSweeper']!.runOnce();
    const reasons = await users.sql`select end_reason from session where id = ${toUuid('session', first.id as `session_${string}`)}`;
    expect([...reasons]).toEqual([{ end_reason: 'EXPIRED' }]);
    expect(await told()).toEqual([]);
  });
});
