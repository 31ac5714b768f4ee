import type { Id } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody, socialFixture, type SocialFixture } from './social-fixture.ts';

const BLOCK = 'mutation ($input: BlockInput!) { block(input: $input) { user { id viewerIsBlocking } userErrors { code path } } }';
const UNBLOCK = 'mutation ($input: UnblockInput!) { unblock(input: $input) { user { id viewerIsBlocking } userErrors { code path } } }';
const FOLLOW = 'mutation ($input: FollowInput!) { follow(input: $input) { user { id } userErrors { code path message } } }';
const COMMENT = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { code path } } }';
const ENTITY =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { followerCount followingCount viewerIsFollowing viewerIsBlocking } } }';
const BLOCKED = `query ($first: Int, $after: String, $last: Int, $before: String) {
  blockedUsers(first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

let social: SocialFixture;
beforeAll(async () => void (social = await socialFixture()));
afterAll(() => social[Symbol.asyncDispose]());

type Person = Id<'user'>;
const about = (userId: string) => ({ input: { userId } });
const blocks = (userId: string, by: Person) => social.run(BLOCK, about(userId), by);
const follows = async (userId: string, by: Person) =>
  (await social.run<{ follow: { user: object | null; userErrors: { code: string; message: string }[] } }>(FOLLOW, about(userId), by)).data!
    .follow;
const standing = async (userId: string, viewer: Person) =>
  (await social.run<{ _entities: [Record<string, unknown>] }>(ENTITY, { r: [{ __typename: 'User', id: userId }] }, viewer)).data!
    ._entities[0];
const facts = (one: string, other: string) =>
  social.test.admin`select topic, revision::int, envelope->'data' as data from social.outbox
    where topic like 'social.user-%block%' and (envelope->'data'->>'blockerId') in (${one}, ${other}) order by revision`;

describe('block', () => {
  it('is once however often one blocks, and ends both follows', async () => {
    const [ada, ben] = [social.person(), social.person()];
    await follows(ada, ben);
    await follows(ben, ada);
    for (let time = 0; time < 2; time += 1)
      expect((await blocks(ben, ada)).data).toEqual({ block: { user: { id: ben, viewerIsBlocking: true }, userErrors: [] } });
    expect(await standing(ben, ada)).toEqual({ followerCount: 0, followingCount: 0, viewerIsFollowing: false, viewerIsBlocking: true });
    expect(await standing(ada, ben)).toEqual({ followerCount: 0, followingCount: 0, viewerIsFollowing: false, viewerIsBlocking: false });
    expect(await facts(ada, ben)).toEqual([{ topic: 'social.user-blocked.v1', revision: 1, data: { blockerId: ada, blockedId: ben } }]);
  });

  it('refuses following in both directions with the same words, until it ends', async () => {
    const [ada, ben] = [social.person(), social.person()];
    await blocks(ben, ada);
    const [towards, back] = [await follows(ben, ada), await follows(ada, ben)];
    expect(towards).toMatchObject({ user: null, userErrors: [{ code: 'BLOCKED' }] });
    expect(back).toEqual(towards);
    for (let time = 0; time < 2; time += 1)
      expect((await social.run(UNBLOCK, about(ben), ada)).data).toEqual({
        unblock: { user: { id: ben, viewerIsBlocking: false }, userErrors: [] },
      });
    expect(await standing(ben, ada)).toMatchObject({ followerCount: 0, viewerIsFollowing: false });
    expect(await follows(ada, ben)).toMatchObject({ userErrors: [] });
    await blocks(ben, ada);
    expect((await facts(ada, ben)).map(({ topic, revision }) => [topic, revision])).toEqual([
      ['social.user-blocked.v1', 1],
      ['social.user-unblocked.v1', 2],
      ['social.user-blocked.v1', 3],
    ]);
  });

  it('refuses comments on what the other made, and answers to what the other said', async () => {
    const [ada, ben, cleo] = [social.person(), social.person(), social.person()];
    const track = social.track(cleo);
    const comment = async (by: Person, input: object) =>
      (await social.run<{ addComment: { comment: { id: string } | null; userErrors: object[] } }>(COMMENT, { input }, by)).data!.addComment;
    const said = await comment(ben, { subjectId: track, body: 'first' });
    await blocks(ben, ada);
    await blocks(cleo, ben);
    expect(await comment(ben, { subjectId: track, body: 'second' })).toEqual({
      comment: null,
      userErrors: [{ code: 'BLOCKED', path: ['subjectId'] }],
    });
    expect(await comment(ada, { subjectId: track, body: 'an answer', replyToId: said.comment!.id })).toEqual({
      comment: null,
      userErrors: [{ code: 'BLOCKED', path: ['replyToId'] }],
    });
    expect(await comment(ada, { subjectId: track, body: 'no answer' })).toMatchObject({ userErrors: [] });
  });

  it('refuses oneself and people who do not exist', async () => {
    const ada = social.person();
    for (const [userId, code] of [
      [ada, 'OWN_ACCOUNT'],
      [nobody('user'), 'NOT_FOUND'],
      ['nonsense', 'NOT_FOUND'],
    ] as const)
      expect((await blocks(userId, ada)).data).toEqual({ block: { user: null, userErrors: [{ code, path: ['userId'] }] } });
    expect((await social.run(UNBLOCK, about('nonsense'), ada)).data).toEqual({
      unblock: { user: null, userErrors: [{ code: 'NOT_FOUND', path: ['userId'] }] },
    });
  });

  it('leaves no follow between the two, whichever comes first of many at the same time', async () => {
    const [ada, ben] = [social.person(), social.person()];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index === 9 ? blocks(ben, ada) : index % 2 ? follows(ada, ben) : follows(ben, ada))),
    );
    expect(await standing(ben, ada)).toEqual({ followerCount: 0, followingCount: 0, viewerIsFollowing: false, viewerIsBlocking: true });
    expect(await standing(ada, ben)).toMatchObject({ followerCount: 0, followingCount: 0, viewerIsFollowing: false });
  });
});

describe('blockedUsers', () => {
  const list = async (viewer: Person, variables: object = {}) =>
    (
      await social.run<{
        blockedUsers: { totalCount: null; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(BLOCKED, { ...variables }, viewer)
    ).data!.blockedUsers;

  it('shows whom the viewer blocks, latest first and in pages, and nobody whom others block', async () => {
    const [ada, ben] = [social.person(), social.person()];
    const blocked = Array.from({ length: 3 }, () => social.person());
    for (const userId of blocked) {
      social.clock.advance(1_000);
      await blocks(userId, ada);
    }
    await blocks(ada, ben);
    await social.run(UNBLOCK, about(blocked[0]!), ada);
    const first = await list(ada, { first: 1 });
    expect(first.nodes).toEqual([{ id: blocked[2] }]);
    expect((await list(ada, { after: first.pageInfo.endCursor })).nodes).toEqual([{ id: blocked[1] }]);
    expect((await list(ada, { last: 1 })).nodes).toEqual([{ id: blocked[1] }]);
    expect((await list(ben)).nodes).toEqual([{ id: ada }]);
    const foreign = await social.run(BLOCKED, { after: first.pageInfo.endCursor }, ben);
    expect(foreign.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });

  it('is for people who are signed in', async () => {
    expect((await social.run(BLOCKED, {})).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
