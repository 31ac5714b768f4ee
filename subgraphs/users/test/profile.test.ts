import type { UserCaller } from '@veza/auth';
import { anonymousCaller } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SessionAnswer, usersFixture, type UsersFixture } from './users-fixture.ts';

let users: UsersFixture;
let session: SessionAnswer;
let caller: UserCaller;
let stranger: UserCaller;

beforeAll(async () => {
  users = await usersFixture();
  session = await users.join('ada');
  caller = await users.callerOf(session);
  stranger = await users.callerOf(await users.join('eve'));
});
afterAll(() => users[Symbol.asyncDispose]());

const UPDATE =
  'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { displayName bio links avatar { url(size: 64) } } userErrors { code path } } }';
const update = (input: Readonly<Record<string, unknown>>, by: UserCaller | typeof anonymousCaller = caller) =>
  users.run(UPDATE, { input }, by);
const updated = (user: object) => ({ data: { updateProfile: { user: { avatar: null, ...user }, userErrors: [] } } });

describe('user and userByUsername', () => {
  it('show a person to everybody, and nothing for absent or malformed names', async () => {
    const fields = '{ id username displayName bio links createdAt avatar { url(size: 64) } }';
    const document = `query($id: ID!, $username: String!) { user(id: $id) ${fields} userByUsername(username: $username) ${fields} }`;
    const ada = {
      id: session.user.id,
      username: 'ada',
      displayName: 'ada',
      bio: null,
      links: [],
      createdAt: '2026-01-01T00:00:00.000Z',
      avatar: null,
    };
    expect(await users.run(document, { id: session.user.id, username: 'ADA' })).toEqual({ data: { user: ada, userByUsername: ada } });
    for (const nothing of ['nobody', session.id, 'user_zzzzzzzzzzzzzzzzzzzzzzzzzz', '', '%']) {
      expect(await users.run(document, { id: nothing, username: nothing })).toEqual({ data: { user: null, userByUsername: null } });
    }
  });
});

describe('updateProfile', () => {
  it('changes what is given, keeps what is absent and clears what is null', async () => {
    expect(await update({ displayName: '  Ada\u200B Lovelace ', bio: 'Notes on the engine', links: ['https://example.org/ada'] })).toEqual(
      updated({ displayName: 'Ada Lovelace', bio: 'Notes on the engine', links: ['https://example.org/ada'] }),
    );
    expect(await update({ bio: 'Shorter' })).toEqual(
      updated({ displayName: 'Ada Lovelace', bio: 'Shorter', links: ['https://example.org/ada'] }),
    );
    expect(await update({ bio: null, links: null })).toEqual(updated({ displayName: 'Ada Lovelace', bio: null, links: [] }));
    expect((await update({ displayName: null })).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('publishes each change with a rising revision', async () => {
    await update({ bio: 'one' });
    await update({ bio: 'two' });
    await users.subgraph.background['outboxRelay']!.runOnce();
    const revisions = users.events
      .filter(({ key, topic }) => key === session.user.id && topic === 'users.profile-updated.v1')
      .map(({ revision }) => revision);
    expect(revisions.length).toBeGreaterThanOrEqual(2);
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(new Set(revisions).size).toBe(revisions.length);
  });

  it('names every field that cannot be taken, and changes nothing', async () => {
    const before = await users.run('{ viewer { user { displayName bio links } } }', {}, caller);
    const eleven = Array.from({ length: 11 }, () => 'https://example.org');
    expect(await update({ displayName: ' ', bio: 'x'.repeat(5001), links: eleven })).toEqual({
      data: {
        updateProfile: {
          user: null,
          userErrors: [
            { code: 'INVALID', path: ['displayName'] },
            { code: 'INVALID', path: ['bio'] },
            { code: 'INVALID', path: ['links'] },
          ],
        },
      },
    });
    expect((await update({ links: ['javascript:alert(1)'] })).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(await users.run('{ viewer { user { displayName bio links } } }', {}, caller)).toEqual(before);
  });

  it('keeps the longest texts whole, counted in code points', async () => {
    const bio = '😀'.repeat(5000);
    const displayName = '𝒜'.repeat(100);
    expect(await update({ bio, displayName })).toMatchObject(updated({ bio, displayName }));
  });

  it('is for people who are signed in', async () => {
    expect((await update({ bio: 'x' }, anonymousCaller)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('viewer', () => {
  const VIEWER = '{ viewer { id email emailVerified roles totpEnabled user { username } } }';

  it('is the account of whoever asks', async () => {
    expect(await users.run(VIEWER, {}, caller)).toEqual({
      data: {
        viewer: {
          id: session.user.id,
          email: 'ada@example.org',
          emailVerified: false,
          roles: [],
          totpEnabled: false,
          user: { username: 'ada' },
        },
      },
    });
  });

  it('is refused to nobody in particular, and to a suspended account', async () => {
    expect((await users.run(VIEWER)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const suspended = await users.callerOf(await users.join('mallory'));
    await users.sql`update account set status = 'SUSPENDED' where username = 'mallory'`;
    expect((await users.run(VIEWER, {}, suspended)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('_entities', () => {
  const ENTITIES = `query($representations: [_Any!]!) { _entities(representations: $representations) {
    __typename ... on User { username displayName } ... on Session { id lastSeenAt refreshToken } ... on Viewer { email roles sessions { totalCount } } } }`;
  const ask = async (by: UserCaller | typeof anonymousCaller, ...representations: readonly object[]) => {
    const { data, errors } = await users.run<{ _entities: readonly unknown[] }>(ENTITIES, { representations }, by);
    return { entities: data?._entities, codes: errors?.map(({ extensions }) => extensions['code']) ?? [] };
  };

  it('answer people in the order asked, with null for absent ones', async () => {
    const wanted = [stranger.userId, 'user_00000000000000000000000000', caller.userId, 'nonsense', stranger.userId].map((id) => ({
      __typename: 'User',
      id,
    }));
    const { entities, codes } = await ask(anonymousCaller, ...wanted);
    expect(entities).toMatchObject([{ username: 'eve' }, null, { username: 'ada' }, null, { username: 'eve' }]);
    expect(codes).toEqual([]);
  });

  it('give one’s own session and account, never tokens', async () => {
    const { entities } = await ask(caller, { __typename: 'Session', id: session.id }, { __typename: 'Viewer', id: caller.userId });
    expect(entities).toMatchObject([
      { __typename: 'Session', id: session.id, refreshToken: null },
      { __typename: 'Viewer', email: 'ada@example.org', roles: [], sessions: { totalCount: 1 } },
    ]);
  });

  it('give nothing of somebody else’s session and account to anybody', async () => {
    const references = [
      { __typename: 'Session', id: session.id },
      { __typename: 'Viewer', id: caller.userId },
    ];
    const service = { kind: 'service', service: 'gateway', scopes: [] } as const;
    for (const by of [anonymousCaller, stranger]) expect((await ask(by, ...references)).entities).toEqual([null, null]);
    const { data } = await users.run<{ _entities: readonly unknown[] }>(ENTITIES, { representations: references }, { caller: service });
    expect(data?._entities).toEqual([null, null]);
  });
});
