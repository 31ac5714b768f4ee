import { anonymousCaller } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_PASSWORD, usersFixture, type UsersFixture } from './users-fixture.ts';

let users: UsersFixture;
beforeAll(async () => {
  users = await usersFixture();
  for (const name of ['ada', 'bob', 'carol', 'dave']) await users.join(name);
});
afterAll(() => users[Symbol.asyncDispose]());

const from = (clientAddress: string) => ({ caller: anonymousCaller, clientAddress });
const refusedWith = (code: string, path: readonly string[] | null = null) => ({
  data: { signIn: { session: null, userErrors: [{ code, path }] } },
});

describe('signIn', () => {
  it('opens a further session by username or by address, in any case', async () => {
    for (const identifier of ['ada', 'ADA', 'ada@example.org', 'Ada@Example.ORG']) {
      const { data } = await users.signIn(identifier);
      expect(data?.signIn.session?.user.username).toBe('ada');
    }
  });

  it('takes one password however its characters are composed', async () => {
    await users.signUp('zoe', { password: 'café crème brûlée' });
    expect((await users.signIn('zoe', 'café crème brûlée'.normalize('NFD'))).data?.signIn.userErrors).toEqual([]);
  });

  it('answers an unknown identifier exactly like a wrong password', async () => {
    for (const identifier of ['bob', 'nobody_at_all', 'bob@example.org', 'nobody@example.org', '@', '', 'x'.repeat(5000)]) {
      expect(await users.signIn(identifier, 'wrong-password-here')).toEqual(refusedWith('INVALID_CREDENTIALS'));
    }
  });

  it('does the work of hashing for an unknown identifier too', async () => {
    const time = async (identifier: string) => {
      const started = performance.now();
      await users.signIn(identifier, 'wrong-password-here');
      return performance.now() - started;
    };
    const rounds = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 7; round += 1) {
      rounds.known.push(await time(round < 4 ? 'carol' : 'dave'));
      rounds.unknown.push(await time(`nobody_${round}`));
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[3]!;
    expect(median(rounds.unknown)).toBeGreaterThan(median(rounds.known) / 3);
  });

  it('tells a suspension only to whoever knows the password', async () => {
    await users.join('sam');
    await users.sql`update account set status = 'SUSPENDED' where username = 'sam'`;
    expect(await users.signIn('sam', 'wrong-password-here')).toEqual(refusedWith('INVALID_CREDENTIALS'));
    expect(await users.signIn('sam')).toEqual(refusedWith('ACCOUNT_SUSPENDED'));
  });

  it('refuses every code of a second factor that the account does not have, and takes null for none', async () => {
    const document =
      'mutation($input: SignInInput!) { signIn(input: $input) { session { deviceName isCurrent } userErrors { code path } } }';
    const input = { identifier: 'ada', password: GOOD_PASSWORD, deviceName: 'Ada’s phone' };
    expect(await users.run(document, { input: { ...input, totpCode: '123456' } })).toEqual(refusedWith('TOTP_INVALID', ['totpCode']));
    expect(await users.run(document, { input: { ...input, totpCode: null } })).toEqual({
      data: { signIn: { session: { deviceName: 'Ada’s phone', isCurrent: true }, userErrors: [] } },
    });
    expect(await users.run(document, { input: { ...input, deviceName: '' } })).toEqual(refusedWith('INVALID', ['deviceName']));
  });

  it('makes guessers wait longer and longer, alike for known and unknown names, and forgets it after a success', async () => {
    for (const identifier of ['carol', 'never_seen']) {
      users.clock.advance(3_600_000);
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        expect(await users.signIn(identifier, 'wrong-password-here')).toEqual(refusedWith('INVALID_CREDENTIALS'));
      }
      for (const waitMs of [1000, 2000, 4000]) {
        const { errors } = await users.signIn(identifier, 'wrong-password-here');
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: waitMs });
        users.clock.advance(waitMs);
        expect(await users.signIn(identifier, 'wrong-password-here')).toEqual(refusedWith('INVALID_CREDENTIALS'));
      }
    }
    users.clock.advance(3_600_000);
    expect((await users.signIn('carol')).data?.signIn.userErrors).toEqual([]);
    expect(await users.signIn('carol', 'wrong-password-here')).toEqual(refusedWith('INVALID_CREDENTIALS'));
  });

  it('counts the aliases of one operation as so many attempts', async () => {
    const aliases = Array.from(
      { length: 100 },
      (_, index) => `a${index}: signIn(input: { identifier: "dave", password: "wrong-${index}" }) { userErrors { code } }`,
    );
    users.clock.advance(3_600_000);
    const { errors } = await users.run(`mutation { ${aliases.join(' ')} }`);
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([[['a5'], 'RATE_LIMITED']]);
  });

  it('lets the owner in from a known address while strangers guess', async () => {
    users.clock.advance(3_600_000);
    await users.signIn('bob', GOOD_PASSWORD, from('192.0.2.1'));
    for (let attempt = 1; attempt <= 9; attempt += 1) await users.signIn('bob', 'wrong-password-here', from('198.51.100.7'));
    expect((await users.signIn('bob', GOOD_PASSWORD, from('198.51.100.8'))).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
    expect((await users.signIn('bob', GOOD_PASSWORD, from('192.0.2.1'))).data?.signIn.userErrors).toEqual([]);
  });

  it('takes no more than sixty attempts from one address in ten minutes', async () => {
    const attempts = Array.from({ length: 61 }, (_, index) => users.signIn(`someone_${index}`, 'wrong-password-here', from('203.0.113.9')));
    const answers = await Promise.all(attempts);
    expect(answers.filter(({ errors }) => errors?.[0]?.extensions['code'] === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(1);
  });

  it('hashes again when the pepper has moved', async () => {
    const moved = users.restarted({
      passwordPeppers: [
        { id: 'p2', key: new Uint8Array(32).fill(9) },
        { id: 'p1', key: new Uint8Array(32).fill(3) },
      ],
    });
    const hashOf = async () => (await users.sql`select password_hash from account where username = 'dave'`)[0]!['password_hash'] as string;
    users.clock.advance(3_600_000);
    expect(await hashOf()).toMatch(/^p1:/);
    const signedIn = await moved
      .context({ requestId: 'r', caller: anonymousCaller, deadlineAt: 0, signal: new AbortController().signal })
      .users.signIn({ identifier: 'dave', password: GOOD_PASSWORD });
    expect(signedIn.ok).toBe(true);
    expect(await hashOf()).toMatch(/^p2:/);
  });

  it('refuses with OVERLOADED what would wait too long', async () => {
    const crowd = await Promise.all(Array.from({ length: 120 }, (_, index) => users.signIn(`crowd_${index}`, 'wrong-password-here')));
    const codes = crowd.map(({ data, errors }) => errors?.[0]?.extensions['code'] ?? data?.signIn.userErrors[0]?.code);
    expect(codes).toContain('OVERLOADED');
    expect(codes).toContain('INVALID_CREDENTIALS');
  });
});
