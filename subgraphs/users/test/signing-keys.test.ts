import { accessTokenVerifier } from '@veza/auth';
import { type LogFields, silentLog } from '@veza/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usersFixture, type UsersFixture } from './users-fixture.ts';

const DAY_MS = 86_400_000;

let users: UsersFixture;
beforeAll(async () => {
  users = await usersFixture();
});
afterAll(() => users[Symbol.asyncDispose]());

const states = async () => {
  const rows = await users.sql`select state, private_ct is not null as has_private from signing_key order by state_since desc, state`;
  return rows.map(({ state, has_private }) => `${String(state)}${has_private ? '+' : ''}`);
};
const rotate = () => users.subgraph.background['signingKeyRotation']!.runOnce();
const verifierOf = (subgraph = users.subgraph) =>
  accessTokenVerifier({ issuer: 'https://veza.test', keySet: subgraph.keySet, clock: users.clock });

describe('signing keys', () => {
  it('are made once at the first start, however many processes ask at the same time', async () => {
    const sets = await Promise.all([users.subgraph, users.restarted(), users.restarted()].map(({ keySet }) => keySet()));
    expect(
      new Set(
        sets.map(({ keys }) =>
          keys
            .map(({ kid }) => kid)
            .toSorted((a, b) => a!.localeCompare(b!))
            .join(),
        ),
      ).size,
    ).toBe(1);
    expect(await states()).toEqual(['active+', 'pending+']);
    expect(JSON.stringify(sets)).not.toContain('"d"');
  });

  it('keep access tokens good over a restart', async () => {
    const session = await users.join('ada');
    expect(await verifierOf(users.restarted()).verify(session.accessToken)).toMatchObject({ sessionId: session.id });
  });

  it('are unreadable with another key-encryption key, and say so', async () => {
    const stranger = users.restarted({ keyEncryptionKey: new Uint8Array(32).fill(77) });
    const { users: useCases } = stranger.context({
      requestId: 'r',
      caller: { kind: 'anonymous', scopes: [] },
      deadlineAt: 0,
      signal: new AbortController().signal,
    });
    await expect(useCases.signIn({ identifier: 'ada', password: 'correct-staple-47-lamp' })).rejects.toThrow(
      'the key-encryption key is not the one',
    );
  });

  it('rotate after 30 days, with the next key known to verifiers beforehand and the last one for an hour', async () => {
    expect(await rotate()).toBe(0);
    const [published] = (await users.sql`select kid from signing_key where state = 'pending'`).map(({ kid }) => String(kid));
    users.clock.advance(30 * DAY_MS);
    const before = (await users.signIn('ada')).data!.signIn.session!;
    expect(await rotate()).toBe(3);
    expect(await rotate()).toBe(0);
    expect((await states()).toSorted()).toEqual(['active+', 'pending+', 'retiring']);

    users.clock.advance(60_000);
    const after = (await users.signIn('ada')).data!.signIn.session!;
    const header = JSON.parse(Buffer.from(after.accessToken.split('.')[0]!, 'base64url').toString()) as { kid: string };
    expect(header).toEqual({ alg: 'EdDSA', kid: published, typ: 'at+jwt' });
    expect(await verifierOf().verify(before.accessToken)).toBeDefined();
    expect(await verifierOf().verify(after.accessToken)).toBeDefined();

    users.clock.advance(3_600_000);
    expect(await rotate()).toBe(1);
    expect((await users.subgraph.keySet()).keys).toHaveLength(2);
  });

  it('rotate once when several processes tick together', async () => {
    users.clock.advance(31 * DAY_MS);
    const made = await Promise.all(
      [users.subgraph, users.restarted(), users.restarted()].map(({ background }) => background['signingKeyRotation']!.runOnce()),
    );
    expect(made.filter((changes) => changes > 0)).toEqual([3]);
  });

  it('are deleted 400 days after they were retired', async () => {
    const retired = async () => (await users.sql`select kid from signing_key where state = 'retired'`).length;
    users.clock.advance(3_600_000);
    await rotate();
    const before = await retired();
    expect(before).toBeGreaterThan(0);
    users.clock.advance(400 * DAY_MS);
    await rotate();
    expect(await retired()).toBe(0);
  });
});

describe('a background task', () => {
  it('logs a failed round and goes on', async () => {
    const ending = new AbortController();
    const failures: LogFields[] = [];
    const log = {
      ...silentLog,
      error: (event: string, fields: LogFields = {}) => {
        failures.push({ event, task: fields['task'] });
        ending.abort();
      },
    };
    const broken = users.restarted({
      log,
      clock: () => {
        throw new Error('the clock is broken');
      },
    });
    await broken.background['sessionSweeper']!.run(ending.signal);
    expect(failures).toEqual([{ event: 'background.failed', task: 'users session sweeper' }]);
  });
});
