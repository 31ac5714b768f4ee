import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody, socialFixture, type SocialFixture } from './social-fixture.ts';

const LIKE =
  'mutation ($input: LikeInput!) { like(input: $input) { subject { __typename id likeCount viewerHasLiked } userErrors { code path } } }';
const UNLIKE = 'mutation ($input: UnlikeInput!) { unlike(input: $input) { subject { likeCount viewerHasLiked } userErrors { code } } }';
const REPOST =
  'mutation ($input: RepostInput!) { repost(input: $input) { subject { __typename id repostCount viewerHasReposted } userErrors { code path } } }';
const UNDO =
  'mutation ($input: UndoRepostInput!) { undoRepost(input: $input) { subject { repostCount viewerHasReposted } userErrors { code } } }';
const COUNTS =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Track { likeCount repostCount viewerHasLiked } ... on Listing { likeCount } } }';

let social: SocialFixture;
beforeAll(async () => void (social = await socialFixture()));
afterAll(() => social[Symbol.asyncDispose]());

const asTrack = (id: string) => ({ r: [{ __typename: 'Track', id }] });

describe('like', () => {
  it('counts each person once, also when a hundred come at the same time', async () => {
    const track = social.track(social.person());
    const fans = Array.from({ length: 100 }, () => social.person());
    await Promise.all([...fans, ...fans.slice(0, 20)].map((fan) => social.run(LIKE, { input: { subjectId: track } }, fan)));
    expect((await social.run(COUNTS, asTrack(track), fans[0])).data).toEqual({
      _entities: [{ likeCount: 100, repostCount: 0, viewerHasLiked: true }],
    });
    expect((await social.run(COUNTS, asTrack(track))).data).toEqual({
      _entities: [{ likeCount: 100, repostCount: 0, viewerHasLiked: null }],
    });
  });

  it('is taken back by unlike, which may come twice', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    await social.run(LIKE, { input: { subjectId: track } }, ben);
    for (let time = 0; time < 2; time += 1) {
      expect((await social.run(UNLIKE, { input: { subjectId: track } }, ben)).data).toEqual({
        unlike: { subject: { likeCount: 0, viewerHasLiked: false }, userErrors: [] },
      });
    }
  });

  it('works on listings', async () => {
    const listing = social.listing(social.person());
    expect((await social.run(LIKE, { input: { subjectId: listing } }, social.person())).data).toEqual({
      like: { subject: { __typename: 'Listing', id: listing, likeCount: 1, viewerHasLiked: true }, userErrors: [] },
    });
  });

  it('finds nothing that is absent, private or a draft, and says the same of all of them', async () => {
    const ada = social.person();
    const ids = [
      nobody('track'),
      'nonsense',
      social.track(ada, { visibility: 'PRIVATE' }),
      social.track(ada, { publishedAt: null }),
      social.listing(ada, 'DRAFT'),
    ];
    const answers = await Promise.all(
      ids.map(async (subjectId) => (await social.run(LIKE, { input: { subjectId } }, social.person())).data),
    );
    for (const answer of answers)
      expect(answer).toEqual({ like: { subject: null, userErrors: [{ code: 'NOT_FOUND', path: ['subjectId'] }] } });
    expect((await social.run(LIKE, { input: { subjectId: ids[2] } }, ada)).data).toMatchObject({ like: { userErrors: [] } });
  });

  it('says that it does not know when the owner of an unknown track does not answer', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    const { errors } = await social.whileOwnersAreDown(LIKE, { input: { subjectId: track } }, ben);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', retryable: true });
    expect((await social.run(LIKE, { input: { subjectId: track } }, ben)).data).toMatchObject({ like: { subject: { likeCount: 1 } } });
  });

  it('stops somebody who likes without end', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    let code: unknown;
    for (let time = 0; time < 700 && code === undefined; time += 1)
      code = (await social.run(LIKE, { input: { subjectId: track } }, ben)).errors?.[0]?.extensions['code'];
    expect(code).toBe('RATE_LIMITED');
  });
});

describe('repost', () => {
  it('counts once, replaces its caption, and is undone', async () => {
    const [ben, track] = [social.person(), social.track(social.person())];
    for (const caption of ['one', 'two']) {
      expect((await social.run(REPOST, { input: { subjectId: track, caption } }, ben)).data).toEqual({
        repost: { subject: { __typename: 'Track', id: track, repostCount: 1, viewerHasReposted: true }, userErrors: [] },
      });
    }
    expect(await social.test.admin`select caption from social.repost where caption is not null`).toEqual([{ caption: 'two' }]);
    expect((await social.run(UNDO, { input: { subjectId: track } }, ben)).data).toEqual({
      undoRepost: { subject: { repostCount: 0, viewerHasReposted: false }, userErrors: [] },
    });
  });

  it('is not for listings, long captions or what is private', async () => {
    const ada = social.person();
    const codeOf = async (input: object) =>
      (await social.run<{ repost: { userErrors: { code: string }[] } }>(REPOST, { input }, ada)).data?.repost.userErrors[0]?.code;
    expect(await codeOf({ subjectId: social.listing(ada) })).toBe('SUBJECT_NOT_SUPPORTED');
    expect(await codeOf({ subjectId: social.track(ada), caption: 'x'.repeat(501) })).toBe('INVALID');
    expect(await codeOf({ subjectId: social.track(ada, { visibility: 'PRIVATE' }) })).toBe('NOT_PERMITTED');
  });
});

describe('a track of which social hears by event', () => {
  const event = (topic: string, revision: number, data: Record<string, unknown>) => ({
    id: `00000000-0000-7000-8000-${String(revision).padStart(12, '0')}`,
    topic,
    key: String(data['trackId']),
    revision,
    occurredAt: '2026-01-01T00:00:00.000Z',
    data,
  });

  it('is asked for again while it is only known unfinished, since the news of its end may be on the way', async () => {
    const [ada, ben] = [social.person(), social.person()];
    const track = social.track(ada);
    const told = { trackId: track, artistId: ada, title: 'x', visibility: 'PUBLIC', isReady: false, durationMs: null, releaseAt: null };
    await social.eventLog.append([event('tracks.track-changed.v1', 901, told)]);
    while ((await social.subgraph.background['onTrackChanged']!.runOnce()) > 0);
    expect((await social.run(LIKE, { input: { subjectId: track } }, ben)).data).toMatchObject({ like: { userErrors: [] } });
    const add = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { positionMs } userErrors { code } } }';
    expect((await social.run(add, { input: { subjectId: track, body: 'here', positionMs: 10_000 } }, ben)).data).toEqual({
      addComment: { comment: { positionMs: 10_000 }, userErrors: [] },
    });
  });

  it('disappears from here when it is made private or deleted, and old news change nothing', async () => {
    const [ada, ben] = [social.person(), social.person()];
    const track = social.track(ada);
    await social.run(LIKE, { input: { subjectId: track } }, ben);
    const told = { trackId: track, artistId: ada, title: 'x', visibility: 'PRIVATE', isReady: true, durationMs: 1, releaseAt: null };
    await social.eventLog.append([
      event('tracks.track-changed.v1', 2, told),
      event('tracks.track-changed.v1', 1, { ...told, visibility: 'PUBLIC' }),
    ]);
    while ((await social.subgraph.background['onTrackChanged']!.runOnce()) > 0);
    expect((await social.run(COUNTS, asTrack(track), ben)).data).toEqual({ _entities: [null] });
    expect((await social.run(COUNTS, asTrack(track), ada)).data).toMatchObject({ _entities: [{ likeCount: 1 }] });
    await social.eventLog.append([event('tracks.track-deleted.v1', 3, { trackId: track, artistId: ada })]);
    await social.subgraph.background['onTrackDeleted']!.runOnce();
    expect((await social.run(COUNTS, asTrack(track), ada)).data).toEqual({ _entities: [null] });
  });
});
