import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody, socialFixture, type SocialFixture } from './social-fixture.ts';

const FOLLOW =
  'mutation ($input: FollowInput!) { follow(input: $input) { user { id followerCount viewerIsFollowing } userErrors { code path } } }';
const UNFOLLOW =
  'mutation ($input: UnfollowInput!) { unfollow(input: $input) { user { followerCount viewerIsFollowing } userErrors { code path } } }';
const ENTITY = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { followerCount followingCount viewerIsFollowing } } }';
const FOLLOWERS = `query ($r: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String) {
  _entities(representations: $r) { ... on User { followers(first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;

let social: SocialFixture;
beforeAll(async () => void (social = await socialFixture()));
afterAll(() => social[Symbol.asyncDispose]());

const followed = { follow: { user: expect.objectContaining({ followerCount: 1, viewerIsFollowing: true }), userErrors: [] } };

describe('follow', () => {
  it('counts once however often one follows, and is an event once', async () => {
    const [ada, ben] = [social.person(), social.person()];
    expect((await social.run(FOLLOW, { input: { userId: ada } }, ben)).data).toEqual(followed);
    expect((await social.run(FOLLOW, { input: { userId: ada } }, ben)).data).toEqual(followed);
    const events = await social.test
      .admin`select topic, envelope->'data' as data from social.outbox where envelope->'data'->>'followeeId' = ${ada}`;
    expect(events).toEqual([{ topic: 'social.user-followed.v1', data: { followerId: ben, followeeId: ada } }]);
    expect((await social.run(ENTITY, { r: [{ __typename: 'User', id: ben }] })).data).toEqual({
      _entities: [{ followerCount: 0, followingCount: 1, viewerIsFollowing: null }],
    });
  });

  it('refuses oneself and people who do not exist', async () => {
    const ada = social.person();
    for (const [userId, code] of [
      [ada, 'OWN_ACCOUNT'],
      [nobody('user'), 'NOT_FOUND'],
      ['nonsense', 'NOT_FOUND'],
    ]) {
      expect((await social.run(FOLLOW, { input: { userId } }, ada)).data).toEqual({
        follow: { user: null, userErrors: [{ code, path: ['userId'] }] },
      });
    }
  });

  it('is for people who are signed in', async () => {
    expect((await social.run(FOLLOW, { input: { userId: social.person() } })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('ends with unfollow, which may come twice', async () => {
    const [ada, ben] = [social.person(), social.person()];
    await social.run(FOLLOW, { input: { userId: ada } }, ben);
    for (let time = 0; time < 2; time += 1) {
      expect((await social.run(UNFOLLOW, { input: { userId: ada } }, ben)).data).toEqual({
        unfollow: { user: { followerCount: 0, viewerIsFollowing: false }, userErrors: [] },
      });
    }
  });

  it.each(['', 'nonsense', nobody('user'), nobody('track'), 'constructor_00000000000000000000000000'])(
    'finds nobody to stop following under %j',
    async (userId) => {
      expect((await social.run(UNFOLLOW, { input: { userId } }, social.person())).data).toEqual({
        unfollow: { user: null, userErrors: [{ code: 'NOT_FOUND', path: ['userId'] }] },
      });
    },
  );

  it('keeps the counters true when two people follow each other at the same time, many times over', async () => {
    const [ada, ben] = [social.person(), social.person()];
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        index % 2 ? social.run(FOLLOW, { input: { userId: ada } }, ben) : social.run(FOLLOW, { input: { userId: ben } }, ada),
      ),
    );
    const { data } = await social.run(ENTITY, { r: [ada, ben].map((id) => ({ __typename: 'User', id })) });
    expect(data).toEqual({
      _entities: Array.from({ length: 2 }, () => ({ followerCount: 1, followingCount: 1, viewerIsFollowing: null })),
    });
  });
});

describe('followers', () => {
  it('come latest first, in pages that lead there and back', async () => {
    const ada = social.person();
    const fans = Array.from({ length: 5 }, () => social.person());
    for (const fan of fans) {
      social.clock.advance(1_000);
      await social.run(FOLLOW, { input: { userId: ada } }, fan);
    }
    const page = async (variables: object) => {
      const { data } = await social.run<{
        _entities: [{ followers: { totalCount: number; nodes: { id: string }[]; pageInfo: Record<string, never> } }];
      }>(FOLLOWERS, {
        r: [{ __typename: 'User', id: ada }],
        ...variables,
      });
      return data!._entities[0].followers;
    };
    const latest = fans.toReversed();
    const first = await page({ first: 2 });
    expect(first.totalCount).toBe(5);
    expect(first.nodes.map(({ id }) => id)).toEqual(latest.slice(0, 2));
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await page({ first: 10, after: first.pageInfo['endCursor'] });
    expect(second.nodes.map(({ id }) => id)).toEqual(latest.slice(2));
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page({ last: 2, before: second.pageInfo['endCursor'] });
    expect(back.nodes.map(({ id }) => id)).toEqual(latest.slice(2, 4));
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('refuse the cursor of somebody else’s list and a page that is too large', async () => {
    const [ada, ben, fan] = [social.person(), social.person(), social.person()];
    await social.run(FOLLOW, { input: { userId: ada } }, fan);
    const { data } = await social.run<{ _entities: [{ followers: { pageInfo: { endCursor: string } } }] }>(FOLLOWERS, {
      r: [{ __typename: 'User', id: ada }],
    });
    const after = data!._entities[0].followers.pageInfo.endCursor;
    const codeOf = async (variables: object) =>
      (await social.run(FOLLOWERS, { r: [{ __typename: 'User', id: ben }], ...variables })).errors?.[0]?.extensions['code'];
    expect(await codeOf({ after })).toBe('CURSOR_INVALID');
    expect(await codeOf({ first: 101 })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ first: 1, last: 1 })).toBe('BAD_USER_INPUT');
  });
});
