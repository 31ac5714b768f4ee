import { toUuid } from '@veza/kernel';
import { userCaller } from '@veza/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentTrack } from './operations.ts';
import { itemOf, playlistRoom, titles } from './playlist-room.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

const ITEMS = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { playlist(id: $id) {
  items(first: $first, after: $after, last: $last, before: $before) { nodes { track { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string;
  readonly endCursor: string;
}
type Room = Awaited<ReturnType<typeof playlistRoom>>;

describe('playlists', () => {
  let tracks: OpenTracks;
  const ada = somebody();
  const ben = somebody();
  let room: Room;
  beforeAll(async () => {
    tracks = await openTracks({ isIdle: true });
    room = await playlistRoom(tracks, ada);
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const mutate: Room['mutate'] = (...given) => room.mutate(...given);
  const read: Room['read'] = (...given) => room.read(...given);
  const make: Room['make'] = (...given) => room.make(...given);
  const add: Room['add'] = (...given) => room.add(...given);
  const move: Room['move'] = (...given) => room.move(...given);
  const deleteTrack = (id: string, by = ada) =>
    tracks.execute('mutation ($id: ID!) { deleteTrack(input: { trackId: $id }) { deletedTrackId } }', { id }, by);

  it('are made with their tracks, in order, and read by everybody', async () => {
    const made = await make('cab', { description: 'For the night', kind: 'ALBUM' });
    const expected = {
      title: 'Mix',
      description: 'For the night',
      kind: 'ALBUM',
      owner: { id: ada.userId },
      artwork: null,
      durationMs: 3_000,
    };
    expect(made).toMatchObject({ ...expected, items: { totalCount: 3 } });
    expect(await read(made.id)).toEqual(made);
    expect(titles(made)).toBe('cab');
    const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Playlist { title } } }';
    const r = [{ __typename: 'Playlist', id: made.id }];
    expect((await tracks.execute(entities, { r })).data).toEqual({ _entities: [{ title: 'Mix' }] });
  });

  it('are private unless their owner says otherwise', async () => {
    const { playlist } = await mutate('createPlaylist', { title: 'Mine', kind: 'EP' });
    expect(playlist).toMatchObject({ visibility: 'PRIVATE', items: { totalCount: 0 }, durationMs: 0 });
    expect(await read(playlist!.id)).toBeNull();
    expect(await read(playlist!.id, ben)).toBeNull();
    expect(await read(playlist!.id, userCaller(ben.userId, { scopes: ['content:remove'] }))).not.toBeNull();
    expect(await read('playlist_nothing', ada)).toBeNull();
  });

  it.each([
    [undefined, 'abcde'],
    [0, 'deabc'],
    [1, 'adebc'],
    [99, 'abcde'],
    [-3, 'deabc'],
  ])('take tracks at place %s', async (position, expected) => {
    const { playlist, userErrors } = await add(await make('abc'), 'de', position);
    expect(userErrors).toEqual([]);
    expect(titles(playlist)).toBe(expected);
  });

  it('hold the same track as often as it is put there, each with an id of its own', async () => {
    const playlist = (await add(await make('a'), 'aa')).playlist!;
    const [first, second, third] = playlist.items.nodes.map(({ id }) => id);
    const { playlist: left } = await mutate('removePlaylistItem', { playlistId: playlist.id, itemId: second });
    expect(left!.items.nodes.map(({ id }) => id)).toEqual([first, third]);
  });

  it.each([
    ['a', 2, 'bcad'],
    ['d', 0, 'dabc'],
    ['b', 1, 'abcd'],
    ['b', 99, 'acdb'],
    ['c', -1, 'cabd'],
  ])('move %s to place %i', async (title, position, expected) => {
    const before = await make('abcd');
    const { playlist } = await move(before, title, position);
    expect(titles(playlist)).toBe(expected);
    expect(playlist!.items.nodes.map(({ id }) => id).toSorted(), 'ids are stable').toEqual(
      before.items.nodes.map(({ id }) => id).toSorted(),
    );
  });

  it('do as a list does, whatever is moved where', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat({ max: 5 })), { maxLength: 8 }),
        async (moves) => {
          let playlist = await make('abcde');
          let list = Array.from('abcde');
          for (const [title, position] of moves) {
            playlist = (await move(playlist, title, position)).playlist!;
            list = list.filter((other) => other !== title).toSpliced(position, 0, title);
          }
          expect(titles(playlist)).toBe(list.join(''));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('lose nothing when many move at the same time', async () => {
    const playlist = await make('abcde');
    await Promise.all(Array.from('abcdeabcde', (title, index) => move(playlist, title, index % 3)));
    expect(
      Array.from(titles(await read(playlist.id)))
        .toSorted()
        .join(''),
    ).toBe('abcde');
  });

  it('keep their order through many moves into the same gap', async () => {
    let playlist = await make('abc');
    for (let times = 0; times < 40; times += 1) playlist = (await move(playlist, times % 2 === 0 ? 'c' : 'b', 1)).playlist!;
    expect(titles(playlist)).toBe('abc');
  });

  describe('leave out what a viewer may not see', () => {
    it('from pages, counts and lengths, and show it again later', async () => {
      const hidden = await silentTrack(tracks, ada, { title: 'h', durationMs: 7_000 });
      const made = await make('ab');
      const { playlist } = await mutate('addToPlaylist', { playlistId: made.id, trackIds: [hidden], position: 1 });
      expect(playlist).toMatchObject({ durationMs: 9_000, items: { totalCount: 3 } });
      const set = (visibility: string) =>
        tracks.execute(
          'mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) { userErrors { code } } }',
          { input: { trackId: hidden, visibility } },
          ada,
        );
      await set('PRIVATE');
      expect(await read(made.id, ben)).toMatchObject({ durationMs: 2_000, items: { totalCount: 2 } });
      expect(titles(await read(made.id, ada))).toBe('ahb');
      await set('PUBLIC');
      expect(titles(await read(made.id, ben))).toBe('ahb');
    });

    it('and keep places true for an owner who no longer sees a track', async () => {
      const other = await silentTrack(tracks, ben, { title: 'y' });
      let playlist = await make('abc');
      playlist = (await mutate('addToPlaylist', { playlistId: playlist.id, trackIds: [other], position: 1 })).playlist!;
      await tracks.database.admin`update track set visibility = 'PRIVATE' where id = ${toUuid('track', other)}`;
      expect(titles(await read(playlist.id, ada))).toBe('abc');
      expect(titles((await add(playlist, 'd', 2)).playlist)).toBe('abdc');
    });

    it('and forget tracks that are deleted', async () => {
      const gone = await silentTrack(tracks, ada, { title: 'g' });
      const made = await make('a');
      await mutate('addToPlaylist', { playlistId: made.id, trackIds: [gone] });
      await deleteTrack(gone);
      expect(titles(await read(made.id, ada))).toBe('a');
      const [row] = await tracks.database
        .admin`select count(*)::int as count from playlist_item where playlist_id = ${toUuid('playlist', made.id)}`;
      expect(row).toEqual({ count: 1 });
    });
  });

  it('are paged in both directions', async () => {
    const { id } = await make('abcde');
    const page = async (variables: Record<string, unknown>) => {
      const answer = await tracks.execute<{
        playlist: { items: { nodes: { track: { title: string } }[]; pageInfo: PageInfo } };
      }>(ITEMS, { id, ...variables });
      const { nodes, pageInfo } = answer.data!.playlist.items;
      return { text: nodes.map(({ track }) => track.title).join(''), ...pageInfo };
    };
    const first = await page({ first: 2 });
    expect(first).toMatchObject({ text: 'ab', hasNextPage: true, hasPreviousPage: false });
    expect(await page({ first: 2, after: first.endCursor })).toMatchObject({ text: 'cd', hasNextPage: true });
    const last = await page({ last: 2 });
    expect(last).toMatchObject({ text: 'de', hasPreviousPage: true, hasNextPage: false });
    expect(await page({ last: 2, before: last.startCursor })).toMatchObject({ text: 'bc' });
    const foreign = await tracks.execute(ITEMS, { id: (await make('a')).id, first: 1, after: first.endCursor });
    expect(foreign.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });

  it('change what is said of them, who sees them and their picture', async () => {
    const made = await make('a');
    const playlistId = made.id;
    expect(
      (await mutate('updatePlaylist', { playlistId, title: ' New ', description: 'x', visibility: 'UNLISTED' })).playlist,
    ).toMatchObject({
      title: 'New',
      description: 'x',
      visibility: 'UNLISTED',
    });
    expect((await mutate('updatePlaylist', { playlistId, description: null })).playlist).toMatchObject({ title: 'New', description: null });
    await mutate('updatePlaylist', { playlistId, visibility: 'PRIVATE' });
    expect(await read(playlistId, ben)).toBeNull();
    expect((await mutate('updatePlaylist', { playlistId, artworkUploadId: 'nothing' })).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['artworkUploadId'] },
    ]);
    expect((await mutate('updatePlaylist', { playlistId, title: '' })).userErrors).toEqual([{ code: 'INVALID', path: ['title'] }]);
    expect((await mutate('updatePlaylist', { playlistId, description: 'x'.repeat(5_001) })).userErrors[0]).toMatchObject({
      code: 'INVALID',
    });
    await expect(mutate('updatePlaylist', { playlistId, title: null })).rejects.toThrow('BAD_USER_INPUT');
  });

  it('show a picture that their owner sends, and another in its place', async () => {
    const image = async (digit: number) => {
      const imageId = `0123456789abcdefghjkmnpqr${digit}`;
      const uploadId = `00000000-0000-7000-8000-00000000000${digit}`;
      const owner = toUuid('user', ada.userId);
      await tracks.database.admin`insert into image (id, created_at) values (${imageId}, now())`;
      await tracks.database.admin`
        insert into upload (id, owner_id, purpose, filename, byte_size, state, sha256, content_type, created_at, expires_at, image_id)
        values (${uploadId}, ${owner}, 'ARTWORK', 'a.png', 1, 'READY', sha256(''), 'image/png', now(), now(), ${imageId})`;
      return { imageId, uploadId: `upload_0000000000e008000000000${digit.toString().padStart(3, '0')}` };
    };
    const playlistId = (await make('a')).id;
    const [one, two] = [await image(1), await image(2)];
    const shown = async (artworkUploadId: string | null) => (await mutate('updatePlaylist', { playlistId, artworkUploadId })).playlist;
    expect(await shown(one.uploadId)).toMatchObject({ artwork: { url: `${tracks.origin}/i/${one.imageId}/64.jpg` } });
    expect(await shown(two.uploadId)).toMatchObject({ artwork: { url: `${tracks.origin}/i/${two.imageId}/64.jpg` } });
    expect(await tracks.database.admin`select id from image`).toEqual([{ id: two.imageId }]);
    await tracks.execute(
      'mutation ($id: ID!) { deletePlaylist(input: { playlistId: $id }) { deletedPlaylistId } }',
      { id: playlistId },
      ada,
    );
    expect(await tracks.database.admin`select id from image`).toEqual([]);
  });

  it('go when they are deleted, and others hear of every change', async () => {
    const made = await make('ab');
    await add(made, 'c');
    await move(made, 'a', 1);
    await mutate('updatePlaylist', { playlistId: made.id, title: 'Changed' });
    await mutate('removePlaylistItem', { playlistId: made.id, itemId: itemOf(made, 'b') });
    await tracks.execute('mutation ($id: ID!) { deletePlaylist(input: { playlistId: $id }) { deletedPlaylistId } }', { id: made.id }, ada);
    expect(await read(made.id, ada)).toBeNull();
    expect((await mutate('updatePlaylist', { playlistId: made.id, title: 'Back' })).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['playlistId'] },
    ]);
    while ((await tracks.subgraph.background.outboxRelay.runOnce()) > 0);
    const told = tracks.eventLog.events.filter(({ key }) => key === made.id);
    expect(told.map(({ topic, revision }) => `${topic.split('.')[1]!} ${revision}`)).toEqual([
      'playlist-changed 1',
      'playlist-changed 2',
      'playlist-changed 3',
      'playlist-changed 4',
      'playlist-changed 5',
      'playlist-deleted 6',
    ]);
    expect(told[3]!.data).toEqual({ playlistId: made.id, ownerId: ada.userId, kind: 'PLAYLIST', title: 'Changed', visibility: 'PUBLIC' });
  });

  it('are made and changed by people who are signed in', async () => {
    const input = { title: 'x', kind: 'PLAYLIST' };
    const { errors } = await tracks.execute(
      'mutation ($input: CreatePlaylistInput!) { createPlaylist(input: $input) { playlist { id } } }',
      { input },
    );
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
