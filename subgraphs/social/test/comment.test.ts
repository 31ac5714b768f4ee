import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody, socialFixture, type SocialFixture } from './social-fixture.ts';

const ADD =
  'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id body positionMs author { id } likeCount } userErrors { code path } } }';
const DELETE = 'mutation ($input: DeleteCommentInput!) { deleteComment(input: $input) { deletedCommentId userErrors { code } } }';
const COMMENTS = `query ($r: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String, $sort: CommentSort) {
  _entities(representations: $r) { ... on Track { comments(first: $first, after: $after, last: $last, before: $before, sort: $sort) {
    totalCount nodes { id body author { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;
const ONE = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Comment { body author { id } subject { __typename id } } } }';
const LIKE =
  'mutation ($input: LikeInput!) { like(input: $input) { subject { __typename ... on Comment { body } likeCount } userErrors { code } } }';

interface Added {
  readonly addComment: { readonly comment: { readonly id: string } | null; readonly userErrors: readonly { readonly code: string }[] };
}
interface Listed {
  readonly _entities: readonly [
    {
      readonly comments: {
        readonly totalCount: number;
        readonly nodes: readonly { readonly id: string; readonly body: string }[];
        readonly pageInfo: Record<string, never>;
      };
    },
  ];
}

let social: SocialFixture;
beforeAll(async () => void (social = await socialFixture()));
afterAll(() => social[Symbol.asyncDispose]());

const asTrack = (id: string) => ({ r: [{ __typename: 'Track', id }] });
const add = async (who: `user_${string}`, input: Record<string, unknown>) => {
  social.clock.advance(60_000);
  return (await social.run<Added>(ADD, { input }, who)).data!.addComment;
};
const list = async (track: string, more: object = {}) =>
  (await social.run<Listed>(COMMENTS, { ...asTrack(track), ...more })).data!._entities[0].comments;

describe('comments', () => {
  it('stand newest first or by position, untimed ones last, page by page', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    for (const [body, positionMs] of [
      ['a', 9_000],
      ['b', undefined],
      ['c', 0],
      ['d', 10_000],
    ] as const)
      await add(ben, { subjectId: track, body, positionMs });
    expect((await list(track)).nodes.map(({ body }) => body)).toEqual(['d', 'c', 'b', 'a']);
    const first = await list(track, { sort: 'POSITION_ASC', first: 3 });
    expect([first.totalCount, first.nodes.map(({ body }) => body).join('')]).toEqual([4, 'cad']);
    const rest = await list(track, { sort: 'POSITION_ASC', after: first.pageInfo['endCursor'] });
    expect(rest.nodes.map(({ body }) => body)).toEqual(['b']);
    const back = await list(track, { sort: 'POSITION_ASC', last: 2, before: rest.pageInfo['startCursor'] });
    expect(back.nodes.map(({ body }) => body)).toEqual(['a', 'd']);
    const foreign = await social.run(COMMENTS, { ...asTrack(track), after: first.pageInfo['endCursor'] });
    expect(foreign.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });

  it('are refused with a reason', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    const codeOf = async (input: Record<string, unknown>) =>
      (await add(ben, { subjectId: track, body: 'x', ...input })).userErrors[0]?.code;
    expect(await codeOf({ positionMs: 10_001 })).toBe('POSITION_OUT_OF_RANGE');
    expect(await codeOf({ body: ' ' })).toBe('INVALID');
    expect(await codeOf({ replyToId: nobody('comment') })).toBe('NOT_FOUND');
    expect(await codeOf({ subjectId: nobody('track') })).toBe('NOT_FOUND');
    expect(await codeOf({ subjectId: nobody('comment') })).toBe('SUBJECT_NOT_SUPPORTED');
  });

  it('are refused the third time that the same is said', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    const say = async () =>
      (await social.run<Added>(ADD, { input: { subjectId: track, body: 'first!' } }, ben)).data!.addComment.userErrors[0]?.code;
    expect([await say(), await say(), await say()]).toEqual([undefined, undefined, 'DUPLICATE_CONTENT']);
  });

  it('that were refused are not counted as said', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    const say = async (positionMs: number) =>
      (await social.run<Added>(ADD, { input: { subjectId: track, body: 'here', positionMs } }, ben)).data!.addComment.userErrors[0]?.code;
    expect([await say(-1), await say(10_001), await say(-1), await say(1)]).toEqual([
      'POSITION_OUT_OF_RANGE',
      'POSITION_OUT_OF_RANGE',
      'POSITION_OUT_OF_RANGE',
      undefined,
    ]);
  });

  it('leave a tombstone when they were answered, and nothing when not', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    const top = (await add(ben, { subjectId: track, body: 'top' })).comment!;
    const reply = (await add(ben, { subjectId: track, body: 'reply', replyToId: top.id })).comment!;
    expect((await social.run(DELETE, { input: { commentId: top.id } }, ben)).data).toEqual({
      deleteComment: { deletedCommentId: top.id, userErrors: [] },
    });
    expect((await social.run(ONE, { r: [{ __typename: 'Comment', id: top.id }] })).data).toEqual({
      _entities: [{ body: '', author: null, subject: { __typename: 'Track', id: track } }],
    });
    expect(await list(track)).toMatchObject({ totalCount: 1, nodes: [{ body: 'reply' }] });
    await social.run(DELETE, { input: { commentId: reply.id } }, ben);
    expect((await social.run(ONE, { r: [{ __typename: 'Comment', id: reply.id }] })).data).toEqual({ _entities: [null] });
  });

  it('are removed by their author and the artist, by nobody else', async () => {
    const [ada, ben, eve] = [social.person(), social.person(), social.person()];
    const track = social.track(ada);
    const { id } = (await add(ben, { subjectId: track, body: 'hm' })).comment!;
    expect((await social.run(DELETE, { input: { commentId: id } }, eve)).data).toEqual({
      deleteComment: { deletedCommentId: null, userErrors: [{ code: 'NOT_PERMITTED' }] },
    });
    expect((await social.run(DELETE, { input: { commentId: id } }, ada)).data).toEqual({
      deleteComment: { deletedCommentId: id, userErrors: [] },
    });
    expect((await social.run(DELETE, { input: { commentId: id } }, ben)).data).toEqual({
      deleteComment: { deletedCommentId: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
  });

  it('on a private track are for its artist alone, also as entities and as something to like', async () => {
    const [ada, ben] = [social.person(), social.person()];
    const track = social.track(ada, { visibility: 'PRIVATE' });
    const { id } = (await add(ada, { subjectId: track, body: 'note to self' })).comment!;
    const entity = { r: [{ __typename: 'Comment', id }] };
    expect((await social.run(ONE, entity, ben)).data).toEqual({ _entities: [null] });
    expect((await social.run(ONE, entity, ada)).data).toMatchObject({ _entities: [{ body: 'note to self' }] });
    expect((await social.run(LIKE, { input: { subjectId: id } }, ben)).data).toEqual({
      like: { subject: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect((await social.run(LIKE, { input: { subjectId: id } }, ada)).data).toEqual({
      like: { subject: { __typename: 'Comment', body: 'note to self', likeCount: 1 }, userErrors: [] },
    });
  });
});
