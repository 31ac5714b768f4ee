import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_PASSWORD, usersFixture, type UsersFixture } from './users-fixture.ts';

let users: UsersFixture;
beforeAll(async () => {
  users = await usersFixture();
});
afterAll(() => users[Symbol.asyncDispose]());

const NEW_PASSWORD = 'another-fine-lamp-48';
const VERIFY =
  'mutation($input: VerifyEmailInput!) { verifyEmail(input: $input) { viewer { email emailVerified } userErrors { code path } } }';
const REQUEST = 'mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code } } }';
const RESET = 'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code path } } }';

const requestReset = (email: string) => users.run(REQUEST, { input: { email } });
const reset = async (token: string, newPassword = NEW_PASSWORD) => users.run(RESET, { input: { token, newPassword } });
const resetWith = (...userErrors: readonly object[]) => ({ data: { resetPassword: { userErrors } } });
const INVALID_TOKEN = { code: 'INVALID_TOKEN', path: ['token'] };

describe('verifyEmail', () => {
  it('confirms the address of whoever holds the token, once', async () => {
    await users.join('vera');
    const token = await users.mailedToken('VERIFY_EMAIL');
    expect(await users.run(VERIFY, { input: { token } })).toEqual({
      data: { verifyEmail: { viewer: { email: 'vera@example.org', emailVerified: true }, userErrors: [] } },
    });
    expect(await users.run(VERIFY, { input: { token } })).toEqual({ data: { verifyEmail: { viewer: null, userErrors: [INVALID_TOKEN] } } });
  });

  it('shows nothing of the sessions to a holder of the token who is not signed in', async () => {
    await users.join('vince');
    const token = await users.mailedToken('VERIFY_EMAIL');
    const { data, errors } = await users.run(
      'mutation($input: VerifyEmailInput!) { verifyEmail(input: $input) { viewer { emailVerified sessions { nodes { id } } } } }',
      { input: { token } },
    );
    expect(JSON.stringify(data)).not.toContain('session_');
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('refuses tokens that are too old, of another errand, malformed, or sent to an address that the account no longer has', async () => {
    const refused = { data: { verifyEmail: { viewer: null, userErrors: [INVALID_TOKEN] } } };
    await users.join('viola');
    const old = await users.mailedToken('VERIFY_EMAIL');
    users.clock.advance(24 * 3_600_000);
    expect(await users.run(VERIFY, { input: { token: old } })).toEqual(refused);
    await requestReset('viola@example.org');
    expect(await users.run(VERIFY, { input: { token: await users.mailedToken('RESET_PASSWORD') } })).toEqual(refused);
    await users.join('victor');
    const stale = await users.mailedToken('VERIFY_EMAIL');
    await users.sql`update account set email = 'new@example.org' where username = 'victor'`;
    for (const token of [stale, '', `vzm1.${'A'.repeat(43)}`, 'x'.repeat(9999)])
      expect(await users.run(VERIFY, { input: { token } })).toEqual(refused);
  });
});

describe('requestPasswordReset and resetPassword', () => {
  it('answers and writes alike for known and unknown addresses, and mails only to known ones', async () => {
    await users.join('rita');
    await users.subgraph.background['mailDelivery']!.runOnce();
    users.mails.length = 0;
    const answer = { data: { requestPasswordReset: { userErrors: [] } } };
    expect(await requestReset('RITA@example.org')).toEqual(answer);
    expect(await requestReset('nobody@example.org')).toEqual(answer);
    const queued = await users.sql`select kind, attempts from mail_request`;
    expect([...queued]).toEqual([
      { kind: 'RESET_PASSWORD', attempts: 0 },
      { kind: 'RESET_PASSWORD', attempts: 0 },
    ]);
    await users.subgraph.background['mailDelivery']!.runOnce();
    expect(users.mails.map(({ to, template }) => [to, template])).toEqual([['rita@example.org', 'RESET_PASSWORD']]);
    expect(await users.sql`select * from mail_request`).toHaveLength(0);
  });

  it('sets the password once, and ends every session with its access tokens', async () => {
    const session = await users.join('rosa');
    await requestReset('rosa@example.org');
    const token = await users.mailedToken('RESET_PASSWORD');
    expect(await reset(token)).toEqual(resetWith());
    expect(await reset(token)).toEqual(resetWith(INVALID_TOKEN));
    expect((await users.refresh(session.refreshToken)).session).toBeNull();
    expect((await users.signIn('rosa', NEW_PASSWORD)).data?.signIn.userErrors).toEqual([]);
    expect(await users.subgraph.revocations.revokedSince(users.clock())).toContainEqual(
      expect.objectContaining({ kind: 'user', userId: session.user.id, minAuthVersion: 2 }),
    );
  });

  it('leaves the token good when the new password is too weak', async () => {
    await users.join('ralf');
    await requestReset('ralf@example.org');
    const token = await users.mailedToken('RESET_PASSWORD');
    expect(await reset(token, 'ralf-ralf-ralf')).toEqual(resetWith({ code: 'PASSWORD_TOO_WEAK', path: ['newPassword'] }));
    expect(await reset(token)).toEqual(resetWith());
  });

  it('gives one of several uses at the same time the change', async () => {
    await users.join('remy');
    await requestReset('remy@example.org');
    const token = await users.mailedToken('RESET_PASSWORD');
    const answers = await Promise.all(Array.from({ length: 6 }, () => reset(token)));
    expect(answers.filter(({ data }) => JSON.stringify(data) === JSON.stringify(resetWith().data))).toHaveLength(1);
  });

  it('voids a token by a newer one and by half an hour', async () => {
    await users.join('rolf');
    await requestReset('rolf@example.org');
    const first = await users.mailedToken('RESET_PASSWORD');
    await requestReset('rolf@example.org');
    const second = await users.mailedToken('RESET_PASSWORD');
    expect(await reset(first)).toEqual(resetWith(INVALID_TOKEN));
    users.clock.advance(30 * 60_000);
    expect(await reset(second)).toEqual(resetWith(INVALID_TOKEN));
    expect((await users.signIn('rolf', GOOD_PASSWORD)).data?.signIn.userErrors).toEqual([]);
  });

  it('takes twenty requests from one network address in an hour', async () => {
    const caller = { kind: 'anonymous', scopes: [] } as const;
    const ask = (index: number) =>
      users.run(REQUEST, { input: { email: `someone${index}@example.org` } }, { caller, clientAddress: '192.0.2.44' });
    for (let index = 0; index < 20; index += 1) expect((await ask(index)).errors).toBeUndefined();
    expect((await ask(20)).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });

  it('answers an address that nobody can have like any other, and writes nothing down', async () => {
    const before = await users.sql`select count(*) from mail_request`;
    expect(await requestReset('ada@-nowhere')).toEqual({ data: { requestPasswordReset: { userErrors: [] } } });
    expect(await users.sql`select count(*) from mail_request`).toEqual(before);
  });

  it('takes three requests for one address in an hour, known or not', async () => {
    for (const email of ['rita@example.org', 'stranger@example.org']) {
      users.clock.advance(3_600_000);
      for (let request = 0; request < 3; request += 1) expect((await requestReset(email)).errors).toBeUndefined();
      expect((await requestReset(email.toUpperCase())).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
    }
  });
});

describe('mail delivery', () => {
  it('tries again with a fresh token after a failure, and gives up after the fifth', async () => {
    await users.sql`delete from mail_request`;
    let failures = 0;
    const failing = users.restarted({ mail: { send: () => Promise.reject(new Error(`the mail server is away (${(failures += 1)})`)) } });
    await users.join('tina');
    const deliver = () => failing.background['mailDelivery']!.runOnce();
    expect(await deliver()).toBe(1);
    for (const waitMinutes of [1, 5, 15, 40]) {
      users.clock.advance(waitMinutes * 60_000 - 1);
      expect(await deliver()).toBe(0);
      users.clock.advance(1);
      expect(await deliver()).toBe(1);
    }
    expect(failures).toBe(5);
    expect(await users.sql`select * from mail_request`).toHaveLength(0);
  });

  it('gives each mail to one of several processes', async () => {
    for (const name of ['una', 'ute', 'uwe', 'ulf']) await users.join(name);
    users.mails.length = 0;
    const other = users.restarted();
    await Promise.all([users.subgraph, other, users.restarted()].map(({ background }) => background['mailDelivery']!.runOnce()));
    expect(users.mails.map(({ to }) => to).toSorted()).toEqual(['ulf', 'una', 'ute', 'uwe'].map((name) => `${name}@example.org`));
  });
});
