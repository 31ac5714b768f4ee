import { revocationSet, type UserCaller } from '@veza/auth';
import { anonymousCaller } from '@veza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GOOD_PASSWORD, type SessionAnswer, usersFixture, type UsersFixture } from './users-fixture.ts';

let users: UsersFixture;
let count = 0;
/** A fresh person with two sessions. */
let name: string;
let first: SessionAnswer;
let second: SessionAnswer;
let caller: UserCaller;

beforeAll(async () => {
  users = await usersFixture();
});
afterAll(() => users[Symbol.asyncDispose]());
beforeEach(async () => {
  name = `person${(count += 1)}`;
  first = await users.join(name);
  users.clock.advance(1000);
  second = (await users.signIn(name)).data!.signIn.session!;
  caller = await users.callerOf(first);
});

const REVOKE = 'mutation($input: RevokeSessionInput!) { revokeSession(input: $input) { revokedSessionId userErrors { code path } } }';
const SESSIONS = `query($first: Int, $after: String, $last: Int, $before: String) {
  viewer { sessions(first: $first, after: $after, last: $last, before: $before) {
    nodes { id isCurrent deviceName accessToken refreshToken user { username } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

interface SessionsData {
  readonly viewer: {
    readonly sessions: {
      readonly nodes: readonly { readonly id: string; readonly isCurrent: boolean }[];
      readonly totalCount: number;
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly hasPreviousPage: boolean;
        readonly startCursor: string;
        readonly endCursor: string;
      };
    };
  };
}

const sessionsOf = async (variables: Readonly<Record<string, unknown>> = {}, by = caller) =>
  users.run<SessionsData>(SESSIONS, variables, by);

describe('signOut', () => {
  it('ends the session that asks, at once and for good, and no other', async () => {
    const set = revocationSet({
      source: users.subgraph.revocations,
      hints: async function* () {},
      clock: users.clock,
      onFailure: () => undefined,
    });
    expect(set.isRevoked(caller)).toBe(false);
    for (let round = 0; round < 2; round += 1) {
      expect(await users.run('mutation { signOut { userErrors { code } } }', {}, caller)).toEqual({
        data: { signOut: { userErrors: [] } },
      });
    }
    await set.runOnce();
    expect(set.isRevoked(caller)).toBe(true);
    expect(set.isRevoked(await users.callerOf(second))).toBe(false);
    expect((await users.refresh(first.refreshToken)).session).toBeNull();
    expect((await users.refresh(second.refreshToken)).session).not.toBeNull();
  });

  it('is for people who are signed in', async () => {
    const { errors } = await users.run('mutation { signOut { userErrors { code } } }', {}, anonymousCaller);
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('revokeSession', () => {
  it('ends another session of the viewer', async () => {
    expect(await users.run(REVOKE, { input: { sessionId: second.id } }, caller)).toEqual({
      data: { revokeSession: { revokedSessionId: second.id, userErrors: [] } },
    });
    expect((await users.refresh(second.refreshToken)).session).toBeNull();
    expect((await users.refresh(first.refreshToken)).session).not.toBeNull();
  });

  it('answers NOT_FOUND for an ended session, somebody else’s and nonsense alike', async () => {
    const stranger = await users.join(`stranger${count}`);
    await users.run(REVOKE, { input: { sessionId: second.id } }, caller);
    for (const sessionId of [second.id, stranger.id, first.user.id, 'nonsense', '']) {
      expect(await users.run(REVOKE, { input: { sessionId } }, caller)).toEqual({
        data: { revokeSession: { revokedSessionId: null, userErrors: [{ code: 'NOT_FOUND', path: ['sessionId'] }] } },
      });
    }
    expect((await users.refresh(stranger.refreshToken)).session).not.toBeNull();
  });

  it('is refused to a token whose session has ended meanwhile', async () => {
    await users.run('mutation { signOut { userErrors { code } } }', {}, caller);
    const password = { currentPassword: GOOD_PASSWORD, newPassword: 'another-fine-lamp-48' };
    for (const [document, variables] of [
      ['mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }', { input: password }],
      ['mutation { updateProfile(input: { bio: "still here" }) { userErrors { code } } }', {}],
      [REVOKE, { input: { sessionId: second.id } }],
      ['{ viewer { id } }', {}],
      [SESSIONS, {}],
    ] as const) {
      const { errors } = await users.run(document, variables, caller);
      expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    }
  });
});

describe('Viewer.sessions', () => {
  it('lists live sessions, newest first, without their tokens, and says which one asks', async () => {
    const { data } = await sessionsOf();
    const common = { accessToken: null, refreshToken: null, deviceName: null, user: { username: name } };
    expect(data?.viewer.sessions).toMatchObject({
      nodes: [
        { id: second.id, isCurrent: false, ...common },
        { id: first.id, isCurrent: true, ...common },
      ],
      totalCount: 2,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
  });

  it('pages forwards and backwards through the same list', async () => {
    for (let more = 0; more < 3; more += 1) {
      users.clock.advance(1000);
      await users.signIn(name);
    }
    const all = (await sessionsOf()).data!.viewer.sessions.nodes.map(({ id }) => id);
    const idsOf = async (variables: Readonly<Record<string, unknown>>) => {
      const { nodes, pageInfo } = (await sessionsOf(variables)).data!.viewer.sessions;
      return { ids: nodes.map(({ id }) => id), ...pageInfo };
    };
    const head = await idsOf({ first: 2 });
    expect(head).toMatchObject({ ids: all.slice(0, 2), hasNextPage: true, hasPreviousPage: false });
    const middle = await idsOf({ first: 2, after: head.endCursor });
    expect(middle).toMatchObject({ ids: all.slice(2, 4), hasNextPage: true, hasPreviousPage: true });
    expect(await idsOf({ first: 2, after: middle.endCursor })).toMatchObject({ ids: all.slice(4), hasNextPage: false });
    expect(await idsOf({ last: 2, before: middle.startCursor })).toMatchObject({
      ids: all.slice(0, 2),
      hasPreviousPage: false,
      hasNextPage: true,
    });
    expect(await idsOf({ last: 2 })).toMatchObject({ ids: all.slice(3), hasPreviousPage: true, hasNextPage: false });
  });

  it('refuses cursors of other people and edited ones, and sizes out of range', async () => {
    const cursor = (await sessionsOf({ first: 1 })).data!.viewer.sessions.pageInfo.endCursor;
    const stranger = await users.callerOf(await users.join(`other${count}`));
    const code = async (variables: Readonly<Record<string, unknown>>, by?: UserCaller) =>
      (await sessionsOf(variables, by)).errors?.[0]?.extensions['code'];
    expect(await code({ after: cursor }, stranger)).toBe('CURSOR_INVALID');
    expect(await code({ after: `${cursor}A` })).toBe('CURSOR_INVALID');
    expect(await code({ before: 'nonsense' })).toBe('CURSOR_INVALID');
    expect(await code({ first: 0 })).toBe('BAD_USER_INPUT');
    expect(await code({ first: 101 })).toBe('BAD_USER_INPUT');
    expect(await code({ first: 1, last: 1 })).toBe('BAD_USER_INPUT');
  });
});

describe('changePassword', () => {
  const CHANGE = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code path } } }';
  const change = (currentPassword: string, newPassword: string, by = caller) =>
    users.run(CHANGE, { input: { currentPassword, newPassword } }, by);
  const answer = (...userErrors: readonly object[]) => ({ data: { changePassword: { userErrors } } });

  it('ends every other session and leaves the one that asks', async () => {
    expect(await change(GOOD_PASSWORD, 'another-fine-lamp-48')).toEqual(answer());
    expect((await users.refresh(second.refreshToken)).session).toBeNull();
    const refreshed = await users.refresh(first.refreshToken);
    expect(await users.callerOf(refreshed.session!)).toMatchObject({ authVersion: 2 });
    expect((await users.signIn(name)).data?.signIn.userErrors).toEqual([{ code: 'INVALID_CREDENTIALS', path: null }]);
    expect((await users.signIn(name, 'another-fine-lamp-48')).data?.signIn.userErrors).toEqual([]);
  });

  it('refuses a wrong present password and a weak new one, and changes nothing', async () => {
    expect(await change('not-the-password', 'another-fine-lamp-48')).toEqual(
      answer({ code: 'INVALID_CREDENTIALS', path: ['currentPassword'] }),
    );
    for (const weak of ['short', 'password123', `so-${name}-it-is`, 'i-love-Veza-much', 'x'.repeat(257)]) {
      expect(await change(GOOD_PASSWORD, weak)).toEqual(answer({ code: 'PASSWORD_TOO_WEAK', path: ['newPassword'] }));
    }
    expect((await users.refresh(second.refreshToken)).session).not.toBeNull();
    expect((await users.signIn(name)).data?.signIn.userErrors).toEqual([]);
  });

  it('slows down whoever guesses the present password with a stolen token', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await change('not-the-password', 'another-fine-lamp-48');
    expect((await change('not-the-password', 'another-fine-lamp-48')).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });

  it('lets no session live that was opened with the old password at the same moment', async () => {
    const [, ...signedIn] = await Promise.all([
      change(GOOD_PASSWORD, 'another-fine-lamp-48'),
      users.signIn(name),
      users.signIn(name),
      users.signIn(name),
    ]);
    const opened = signedIn.flatMap(({ data }) => data?.signIn.session ?? []);
    const alive = await Promise.all(opened.map(async ({ refreshToken }) => (await users.refresh(refreshToken)).session));
    expect(alive.filter((session) => session !== null)).toEqual([]);
    const { data } = await sessionsOf();
    expect(data?.viewer.sessions.nodes.map(({ id }) => id)).toEqual([first.id]);
  });
});
