import { randomUUID } from 'node:crypto';
import { serviceCaller } from '@veza/auth';
import { userCaller, waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserCaller } from '@veza/auth';
import { createTrack, processed, uploaded } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const TRACK = 'query ($id: ID!) { track(id: $id) { id title } }';
const ENTITIES =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Track { id artist { id } visibility durationMs processing { state } } } }';
const OWN = `query ($r: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String) {
  _entities(representations: $r) { ... on User { tracks(first: $first, after: $after, last: $last, before: $before) {
    nodes { title } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;
const SEARCH = `query ($query: String!, $filter: TrackFilter, $first: Int, $after: String) {
  searchTracks(query: $query, filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { title } } pageInfo { hasNextPage endCursor } } }`;
const UPDATE = `mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) {
  track { title description genre tags visibility licence } userErrors { code path } } }`;

interface ListAnswer {
  readonly _entities: readonly {
    readonly tracks: {
      readonly nodes: readonly { readonly title: string }[];
      readonly totalCount: number;
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly hasPreviousPage: boolean;
        readonly startCursor: string;
        readonly endCursor: string;
      };
    };
  }[];
}
interface SearchAnswer {
  readonly searchTracks: {
    readonly totalCount: number;
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly title: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe.skipIf(!canProcess)('tracks', () => {
  let tracks: OpenTracks;
  const artist = somebody();
  const moderator = userCaller(somebody().userId, { scopes: ['content:remove'] });
  const made = new Map<string, string>();
  const sound = wavFile({ seconds: 0.5 });

  const make = async (title: string, said: Record<string, unknown>, isReady = true, by = artist) => {
    const { track } = await createTrack(tracks, by, { uploadId: await uploaded(tracks, by, sound), title, ...said });
    if (isReady) await processed(tracks, by, track!.id);
    made.set(title, track!.id);
    return track!.id;
  };
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
    await make('Öffentlich', {
      visibility: 'PUBLIC',
      genre: 'House',
      tags: ['Deep', 'night'],
      licence: 'CC0',
      description: 'made in one take',
    });
    await make('Unlisted', { visibility: 'UNLISTED' });
    await make('Private', { visibility: 'PRIVATE' });
    await make('Midnight Train', { visibility: 'PUBLIC', genre: 'Techno', tags: ['night'] });
    await make('Morning', { visibility: 'PUBLIC', genre: 'house' });
    const broken = await uploaded(tracks, artist, Buffer.from('no music'));
    const { track } = await createTrack(tracks, artist, { uploadId: broken, title: 'Broken', visibility: 'PUBLIC' });
    await processed(tracks, artist, track!.id);
    made.set('Broken', track!.id);
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  describe('are seen', () => {
    const sees = async (title: string, caller?: Parameters<OpenTracks['execute']>[2]) => {
      const { data } = await tracks.execute<{ track: { title: string } | null }>(TRACK, { id: made.get(title) }, caller);
      const { data: joined } = await tracks.execute<{ _entities: readonly ({ id: string } | null)[] }>(
        ENTITIES,
        { r: [{ __typename: 'Track', id: made.get(title) }] },
        caller,
      );
      expect(joined!._entities[0] === null).toBe(data!.track === null);
      return data!.track !== null;
    };
    it.each([
      ['Öffentlich', [true, true, true]],
      ['Unlisted', [true, true, true]],
      ['Private', [false, false, true]],
      ['Broken', [false, false, true]],
    ] as const)('%s: by nobody in particular, by others, by the artist: %j', async (title, expected) => {
      expect([await sees(title), await sees(title, somebody()), await sees(title, artist)]).toEqual(expected);
      expect([await sees(title, moderator), await sees(title, serviceCaller('chat'))]).toEqual([true, true]);
    });

    it('in the order asked, with holes, by parts of the platform', async () => {
      const r = [made.get('Private'), 'track_unknown', made.get('Broken')].map((id) => ({ __typename: 'Track', id }));
      const { data } = await tracks.execute(ENTITIES, { r }, serviceCaller('chat'));
      expect(data).toEqual({
        _entities: [
          {
            id: made.get('Private'),
            artist: { id: artist.userId },
            visibility: 'PRIVATE',
            durationMs: 500,
            processing: { state: 'READY' },
          },
          null,
          {
            id: made.get('Broken'),
            artist: { id: artist.userId },
            visibility: 'PUBLIC',
            durationMs: null,
            processing: { state: 'FAILED' },
          },
        ],
      });
    });
  });

  describe('of a person', () => {
    const list = async (page: Record<string, unknown>, caller?: UserCaller) => {
      const answer = await tracks.execute<ListAnswer>(OWN, { r: [{ __typename: 'User', id: artist.userId }], ...page }, caller);
      return { ...answer.data?._entities[0]?.tracks, code: answer.errors?.[0]?.extensions['code'] };
    };
    const titles = (listed: Awaited<ReturnType<typeof list>>) => listed.nodes?.map(({ title }) => title);

    it('are all there for themselves and the public ones for others, the newest first', async () => {
      expect(titles(await list({}, artist))).toEqual(['Broken', 'Morning', 'Midnight Train', 'Private', 'Unlisted', 'Öffentlich']);
      expect(await list({}, somebody())).toMatchObject({
        nodes: [{ title: 'Morning' }, { title: 'Midnight Train' }, { title: 'Öffentlich' }],
        totalCount: 3,
      });
      expect(titles(await list({}, moderator))).toHaveLength(3);
    });

    it('are paged both ways', async () => {
      const first = await list({ first: 2 });
      expect([titles(first), first.pageInfo?.hasNextPage, first.pageInfo?.hasPreviousPage]).toEqual([
        ['Morning', 'Midnight Train'],
        true,
        false,
      ]);
      const second = await list({ first: 2, after: first.pageInfo?.endCursor });
      expect([titles(second), second.pageInfo?.hasNextPage]).toEqual([['Öffentlich'], false]);
      const back = await list({ last: 1, before: second.pageInfo?.startCursor });
      expect([titles(back), back.pageInfo?.hasPreviousPage]).toEqual([['Midnight Train'], true]);
    });

    it('have cursors of their own', async () => {
      expect((await list({ first: 1, after: 'nonsense' })).code).toBe('CURSOR_INVALID');
      expect((await list({ first: 0 })).code).toBe('BAD_USER_INPUT');
    });

    it('are none for somebody without any', async () => {
      const r = [somebody(), somebody()].map(({ userId }) => ({ __typename: 'User', id: userId }));
      const { data } = await tracks.execute<ListAnswer>(OWN, { r });
      expect(data!._entities.map((user) => user.tracks.totalCount)).toEqual([0, 0]);
    });
  });

  describe('are found', () => {
    const find = async (query: string, more: Record<string, unknown> = {}) => {
      const { data, errors } = await tracks.execute<SearchAnswer>(SEARCH, { query, ...more }, artist);
      return {
        titles: data?.searchTracks?.edges.map(({ node }) => node.title),
        ...data?.searchTracks,
        code: errors?.[0]?.extensions['code'],
      };
    };

    it.each([
      ['by a word of the title', 'train', ['Midnight Train']],
      ['without the accents', 'offentlich', ['Öffentlich']],
      ['with a mistake', 'midnigt', ['Midnight Train']],
      ['by the beginning of a word', 'morn', ['Morning']],
      ['by a tag', 'deep', ['Öffentlich']],
      ['by the description', 'take', ['Öffentlich']],
      ['never when they are not listed', 'unlisted', []],
      ['never when they cannot be heard', 'broken', []],
      ['by nothing that stands in no track', "100% _ ' \\ & | !", []],
    ])('%s', async (_how, query, titles) => {
      expect(await find(query)).toMatchObject({ titles, totalCount: titles.length });
    });

    it('by what their artist is called now', async () => {
      const called = async (displayName: string, revision: number) => {
        const topic = 'users.profile-updated.v1';
        const data = { userId: artist.userId, username: 'nightowl', displayName };
        const occurredAt = new Date().toISOString();
        tracks.eventLog.due.push({ id: randomUUID(), topic, key: artist.userId, revision, occurredAt, data });
        await tracks.subgraph.background.onArtistChanged.runOnce();
      };
      await called('Ada Lovelace', 2);
      const all = ['Midnight Train', 'Morning', 'Öffentlich'];
      for (const query of ['ada', 'lovelase', 'nightowl', 'lovelace']) expect((await find(query)).titles?.toSorted()).toEqual(all);
      expect((await find('morning ada')).titles).toContain('Morning');
      await called('Countess', 3);
      await called('Ada Lovelace', 1);
      expect((await find('lovelace')).titles).toEqual([]);
      expect((await find('countess')).totalCount).toBe(3);
    });

    it('by what must be true of them, the newest first', async () => {
      expect((await find('')).titles).toEqual(['Morning', 'Midnight Train', 'Öffentlich']);
      expect((await find('', { filter: { genre: 'HOUSE' } })).titles).toEqual(['Morning', 'Öffentlich']);
      expect((await find('', { filter: { tags: ['night'] } })).titles).toEqual(['Midnight Train', 'Öffentlich']);
      expect((await find('', { filter: { tags: ['night', 'deep'], licence: 'CC0' } })).titles).toEqual(['Öffentlich']);
      expect((await find('', { filter: { minDurationMs: 501 } })).titles).toEqual([]);
      expect((await find('', { filter: { maxDurationMs: 500 } })).titles).toHaveLength(3);
    });

    it('page by page, under the same question only', async () => {
      const first = await find('', { first: 2 });
      expect([first.titles, first.pageInfo?.hasNextPage]).toEqual([['Morning', 'Midnight Train'], true]);
      expect((await find('', { first: 2, after: first.pageInfo?.endCursor })).titles).toEqual(['Öffentlich']);
      expect((await find('x', { after: first.pageInfo?.endCursor })).code).toBe('CURSOR_INVALID');
      expect((await find('x'.repeat(201))).code).toBe('BAD_USER_INPUT');
    });
  });

  describe('change', () => {
    const update = async (input: Record<string, unknown>, by = artist) => {
      const { data, errors } = await tracks.execute<{ updateTrack: { track: unknown; userErrors: unknown } }>(UPDATE, { input }, by);
      return errors?.[0]?.extensions['code'] ?? data!.updateTrack;
    };

    it('as far as is said', async () => {
      const trackId = await make('Before', { visibility: 'PRIVATE', description: 'old', genre: 'a', tags: ['x'] });
      expect(await update({ trackId, title: ' After ', description: null, tags: [] })).toEqual({
        track: { title: 'After', description: null, genre: 'a', tags: [], visibility: 'PRIVATE', licence: 'ALL_RIGHTS_RESERVED' },
        userErrors: [],
      });
    });

    it('not by others, not into what cannot be, and then not at all', async () => {
      const trackId = made.get('Private');
      expect(await update({ trackId, title: 'Mine' }, somebody())).toEqual({
        track: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['trackId'] }],
      });
      expect(await update({ trackId, genre: 'new', title: ' ' })).toEqual({
        track: null,
        userErrors: [{ code: 'INVALID', path: ['title'] }],
      });
      expect(await update({ trackId, title: 'new', uploadId: 'nonsense' })).toEqual({
        track: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['uploadId'] }],
      });
      expect(await update({ trackId, title: null })).toBe('BAD_USER_INPUT');
      expect((await tracks.execute(TRACK, { id: trackId }, artist)).data).toEqual({ track: { id: trackId, title: 'Private' } });
    });

    it('and are told of to everybody when they become public, once', async () => {
      const trackId = await make('Later', { visibility: 'PRIVATE' });
      for (const visibility of ['PUBLIC', 'PRIVATE', 'PUBLIC']) await update({ trackId, visibility });
      const revisions = (wanted: string) =>
        tracks.eventLog.events.filter(({ key, topic }) => key === trackId && topic === wanted).map(({ revision }) => revision);
      await waitUntil(() => revisions('tracks.track-changed.v1').length === 5);
      expect(revisions('tracks.track-changed.v1')).toEqual([1, 2, 3, 4, 5]);
      expect(revisions('tracks.track-published.v1')).toHaveLength(1);
    });

    it('or go, for everybody', async () => {
      const trackId = await make('Gone', { visibility: 'PUBLIC' });
      const remove = async (by: UserCaller) =>
        (
          await tracks.execute(
            'mutation ($input: DeleteTrackInput!) { deleteTrack(input: $input) { deletedTrackId userErrors { code } } }',
            { input: { trackId } },
            by,
          )
        ).data;
      expect(await remove(somebody())).toEqual({ deleteTrack: { deletedTrackId: null, userErrors: [{ code: 'NOT_FOUND' }] } });
      expect(await remove(artist)).toEqual({ deleteTrack: { deletedTrackId: trackId, userErrors: [] } });
      expect((await tracks.execute(TRACK, { id: trackId }, artist)).data).toEqual({ track: null });
      expect((await tracks.execute(ENTITIES, { r: [{ __typename: 'Track', id: trackId }] }, serviceCaller('chat'))).data).toEqual({
        _entities: [null],
      });
      expect(await remove(artist)).toMatchObject({ deleteTrack: { userErrors: [{ code: 'NOT_FOUND' }] } });
    });
  });

  it('have a waveform of 1 to 2,000 peaks', async () => {
    const ask = (samples: number) =>
      tracks.execute<{ track: { waveform: { peaks: number[] } } }>(
        'query ($id: ID!, $samples: Int!) { track(id: $id) { waveform(samples: $samples) { peaks } } }',
        { id: made.get('Morning'), samples },
      );
    for (const samples of [1, 2_000]) expect((await ask(samples)).data!.track.waveform.peaks).toHaveLength(samples);
    for (const samples of [0, 2_001]) expect((await ask(samples)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
