import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_PASSWORD, usersFixture, type UsersFixture } from './users-fixture.ts';

let users: UsersFixture;
beforeAll(async () => {
  users = await usersFixture();
});
afterAll(() => users[Symbol.asyncDispose]());

describe('signUp', () => {
  it('opens an account and answers its first session with tokens that verify', async () => {
    const { session, userErrors } = await users.signUp('ada', { displayName: ' Ada  Lovelace ' });
    expect(userErrors).toEqual([]);
    expect(session?.user.username).toBe('ada');
    expect(session?.refreshToken).toMatch(/^vzr1\.[\w-]{43}$/);
    const caller = await users.callerOf(session!);
    expect(caller).toMatchObject({
      kind: 'user',
      userId: session!.user.id,
      sessionId: session!.id,
      authVersion: 1,
      scopes: [],
      methods: ['pwd'],
    });
    expect(caller.expiresAt - users.clock().getTime() / 1000).toBe(600);
  });

  it('publishes the account without its address and asks for a mail that confirms it', async () => {
    const { user } = await users.join('bob');
    await users.subgraph.background['outboxRelay']!.runOnce();
    const event = users.events.find(({ key }) => key === user.id);
    expect(event).toMatchObject({
      topic: 'users.account-created.v1',
      revision: 1,
      data: { userId: user.id, username: 'bob', displayName: 'bob' },
    });
    expect(JSON.stringify(event)).not.toContain('example.org');
    expect(await users.mailedToken('VERIFY_EMAIL')).toMatch(/^vzm1\./);
    expect(users.mails.at(-1)).toMatchObject({
      to: 'bob@example.org',
      data: { username: 'bob', link: expect.stringMatching(/^https:\/\/veza\.test\/verify-email\?token=vzm1\./) },
    });
  });

  it('keeps neither password nor tokens in the database', async () => {
    const session = await users.join('carol');
    const rows =
      await users.sql`select (select jsonb_agg(a) from account a)::text || (select jsonb_agg(r) from refresh_token r)::text as everything`;
    const everything = String(rows[0]!['everything']);
    expect(everything).toContain('p1:$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [GOOD_PASSWORD, session.refreshToken, session.accessToken]) expect(everything).not.toContain(secret);
  });

  it('tells every field that is wrong at once', async () => {
    const { session, userErrors } = await users.signUp('x', {
      email: 'a@b@c'.replace('@c', '.'),
      password: 'short',
      displayName: '\u202Eevil',
    });
    expect(session).toBeNull();
    expect(userErrors).toEqual([
      { code: 'INVALID', path: ['username'] },
      { code: 'INVALID', path: ['email'] },
      { code: 'PASSWORD_TOO_WEAK', path: ['password'] },
      { code: 'INVALID', path: ['displayName'] },
    ]);
  });

  it('refuses a taken or look-alike username and a taken address in any spelling', async () => {
    await users.join('minimum');
    expect((await users.signUp('MINIMUM', { email: 'other@example.org' })).userErrors).toEqual([
      { code: 'USERNAME_TAKEN', path: ['username'] },
    ]);
    expect((await users.signUp('rninirnurn', { email: 'other@example.org' })).userErrors).toEqual([
      { code: 'USERNAME_TAKEN', path: ['username'] },
    ]);
    expect((await users.signUp('dorothy', { email: 'Minimum@EXAMPLE.org' })).userErrors).toEqual([
      { code: 'EMAIL_TAKEN', path: ['email'] },
    ]);
    expect((await users.signUp('minimum', { email: 'minimum@example.org' })).userErrors.map(({ code }) => code)).toEqual([
      'USERNAME_TAKEN',
      'EMAIL_TAKEN',
    ]);
    for (const name of ['adm1nistrator', 'vezasupp0rt']) {
      expect((await users.signUp(name)).userErrors).toEqual([{ code: 'USERNAME_TAKEN', path: ['username'] }]);
    }
  });

  it('tells the owner of a taken address that somebody tried', async () => {
    await users.join('erin');
    await users.signUp('erin2', { email: 'erin@example.org' });
    await users.subgraph.background['mailDelivery']!.runOnce();
    expect(users.mails.filter(({ to, template }) => to === 'erin@example.org' && template === 'ADDRESS_IN_USE')).toHaveLength(1);
  });

  it('lets exactly one of several people have a name that they ask for at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => users.signUp('frank', { email: `frank${index}@example.org` })),
    );
    expect(answers.filter(({ session }) => session !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array<string>(7).fill('USERNAME_TAKEN'));
  });

  it('takes no more than five from one network address in an hour', async () => {
    const request = { caller: { kind: 'anonymous', scopes: [] }, clientAddress: '2001:db8:0:1::5' } as const;
    for (const name of ['g1x', 'g2x', 'g3x', 'g4x', 'g5x']) expect((await users.signUp(name, {}, request)).userErrors).toEqual([]);
    const sixth = users.signUp('g6x', {}, { ...request, clientAddress: '2001:db8::1:ffff:0:0:1' });
    await expect(sixth).rejects.toThrow('too many attempts');
  });

  it('names BAD_USER_INPUT what no column can hold', async () => {
    const { errors } = await users.run('mutation($input: SignUpInput!) { signUp(input: $input) { userErrors { code } } }', {
      input: { username: 'nul\0nul', email: 'n@example.org', password: GOOD_PASSWORD },
    });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
