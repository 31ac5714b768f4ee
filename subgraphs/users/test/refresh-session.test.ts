import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usersFixture, type UsersFixture } from './users-fixture.ts';

const DAY_MS = 86_400_000;

let users: UsersFixture;
beforeAll(async () => {
  users = await usersFixture();
});
afterAll(() => users[Symbol.asyncDispose]());

const invalid = { session: null, userErrors: [{ code: 'INVALID_REFRESH_TOKEN', path: null }] };

const sessionRow = async (id: string) => {
  const rows =
    await users.sql`select ended_at, end_reason, count(*) over () from session join account on account.id = session.user_id where username = ${id}`;
  return rows[0]!;
};

describe('refreshSession', () => {
  it('trades a token for its successor in the same session', async () => {
    const first = await users.join('anna');
    users.clock.advance(1000);
    const { session: second } = await users.refresh(first.refreshToken);
    expect(second?.id).toBe(first.id);
    expect(second?.refreshToken).not.toBe(first.refreshToken);
    expect(await users.callerOf(second!)).toMatchObject({ sessionId: first.id, userId: first.user.id });
    expect((await users.refresh(second!.refreshToken)).userErrors).toEqual([]);
  });

  it('answers fifty uses at the same time with one answer', async () => {
    const { refreshToken } = await users.join('berta');
    const answers = await Promise.all(Array.from({ length: 50 }, () => users.refresh(refreshToken)));
    expect(answers.filter(({ session }) => session === null)).toEqual([]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await users.refresh(answers[0]!.session!.refreshToken)).userErrors).toEqual([]);
  });

  it('answers fifty uses at the same time in ten processes with one successor, the only live token of the session', async () => {
    const { refreshToken } = await users.join('bella');
    const processes = Array.from({ length: 10 }, () => users.restarted());
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => users.refresh(refreshToken, undefined, processes[index % 10])),
    );
    const successors = new Set(answers.map(({ session }) => session?.refreshToken));
    expect([...successors]).toEqual([expect.stringMatching(/^vzr1\./)]);
    const counts = await users.sql`
      select state, count(*)::int as tokens from refresh_token join session on session.id = session_id
      join account on account.id = user_id where username = 'bella' group by state order by state`;
    expect([...counts]).toEqual([
      { state: 'active', tokens: 1 },
      { state: 'rotated', tokens: 1 },
    ]);
    const [successor] = successors;
    expect((await users.refresh(successor!)).userErrors).toEqual([]);
  });

  it('ends the session, revokes its access tokens and tells the owner when a token comes a second time', async () => {
    const first = await users.join('clara');
    const { session: second } = await users.refresh(first.refreshToken);
    expect(await users.refresh(first.refreshToken)).toEqual(invalid);
    expect(await sessionRow('clara')).toMatchObject({ end_reason: 'REUSE', ended_at: users.clock() });
    expect(await users.refresh(second!.refreshToken)).toEqual(invalid);
    expect(await users.subgraph.revocations.revokedSince(users.clock())).toContainEqual({
      kind: 'session',
      sessionId: first.id,
      revokedAt: users.clock(),
      expiresAt: new Date(users.clock().getTime() + 660_000),
    });
    await users.subgraph.background['mailDelivery']!.runOnce();
    expect(users.mails.filter(({ to }) => to === 'clara@example.org').map(({ template }) => template)).toContain('SESSION_MISUSED');
  });

  it('always ends the session at a second use that begins after the first was answered', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { refreshToken } = await users.join(`dora${round}`);
      const together = await Promise.all([users.refresh(refreshToken), users.refresh(refreshToken)]);
      expect(together.every(({ session }) => session !== null)).toBe(true);
      expect(await users.refresh(refreshToken)).toEqual(invalid);
      expect(await sessionRow(`dora${round}`)).toMatchObject({ end_reason: 'REUSE' });
    }
  });

  it('repeats a lost answer for the same Idempotency-Key within a minute, and only then', async () => {
    const first = await users.join('emma');
    const answered = await users.refresh(first.refreshToken, 'key-1');
    users.clock.advance(60_000);
    expect((await users.refresh(first.refreshToken, 'key-1')).session?.refreshToken).toBe(answered.session?.refreshToken);
    users.clock.advance(1);
    expect(await users.refresh(first.refreshToken, 'key-1')).toEqual(invalid);
    expect(await sessionRow('emma')).toMatchObject({ end_reason: 'REUSE' });
  });

  it('takes another Idempotency-Key, or one that only the second use has, for misuse', async () => {
    for (const [name, firstKey, secondKey] of [
      ['fanny', 'key-1', 'key-2'],
      ['frida', undefined, 'key-1'],
      ['flora', 'key-1', undefined],
    ] as const) {
      const { refreshToken } = await users.join(name);
      await users.refresh(refreshToken, firstKey);
      expect(await users.refresh(refreshToken, secondKey)).toEqual(invalid);
      expect(await sessionRow(name)).toMatchObject({ end_reason: 'REUSE' });
    }
  });

  it('can no longer read a successor once the minute is over', async () => {
    const { refreshToken } = await users.join('greta');
    await users.refresh(refreshToken, 'key-1');
    users.clock.advance(60_001);
    await users.subgraph.background['sessionSweeper']!.runOnce();
    const rows =
      await users.sql`select count(*)::int as readable from refresh_token where successor_ct is not null or retry_key_hash is not null`;
    expect(rows[0]).toEqual({ readable: 0 });
  });

  it('knows nothing of unknown, malformed and enormous tokens', async () => {
    for (const token of [`vzr1.${'A'.repeat(43)}`, 'vzr1.', '', 'x'.repeat(100_000), `vzm1.${'A'.repeat(43)}`]) {
      expect(await users.refresh(token)).toEqual(invalid);
    }
  });

  it('ends after 30 days without a refresh and after 180 days in any case', async () => {
    const idle = await users.join('hanna');
    let { refreshToken } = await users.join('helga');
    for (let days = 0; days < 174; days += 29) {
      users.clock.advance(29 * DAY_MS);
      const { session } = await users.refresh(refreshToken);
      refreshToken = session!.refreshToken;
    }
    expect(await users.refresh(idle.refreshToken)).toEqual(invalid);
    users.clock.advance(6 * DAY_MS - 1);
    const last = await users.refresh(refreshToken);
    expect(last.userErrors).toEqual([]);
    users.clock.advance(1);
    expect(await users.refresh(last.session!.refreshToken)).toEqual(invalid);
    await users.subgraph.background['sessionSweeper']!.runOnce();
    expect(await sessionRow('helga')).toMatchObject({ end_reason: 'EXPIRED' });
  });

  it('is refused for a suspended account', async () => {
    const { refreshToken } = await users.join('ida');
    await users.sql`update account set status = 'SUSPENDED' where username = 'ida'`;
    expect(await users.refresh(refreshToken)).toEqual(invalid);
  });

  it('slows down a session that is refreshed more than thirty times in ten minutes, without ending it', async () => {
    let { refreshToken } = await users.join('jana');
    for (let count = 0; count < 30; count += 1) refreshToken = (await users.refresh(refreshToken)).session!.refreshToken;
    await expect(users.refresh(refreshToken)).rejects.toThrow('too many attempts');
    users.clock.advance(20_000);
    expect((await users.refresh(refreshToken)).userErrors).toEqual([]);
  });

  it('leaves one end when a sign-out and refreshes come at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const session = await users.join(`kira${round}`);
      const caller = await users.callerOf(session);
      const [refreshed] = await Promise.all([
        users.refresh(session.refreshToken),
        users.run('mutation { signOut { userErrors { code } } }', {}, caller),
      ]);
      const latest = refreshed.session?.refreshToken ?? session.refreshToken;
      expect(await users.refresh(latest)).toEqual(invalid);
      expect(await sessionRow(`kira${round}`)).toMatchObject({ end_reason: 'SIGN_OUT' });
    }
  });
});
