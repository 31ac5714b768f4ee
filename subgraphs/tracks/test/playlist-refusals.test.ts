import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentTrack } from './operations.ts';
import { itemOf, type Payload, playlistRoom, titles } from './playlist-room.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

type Room = Awaited<ReturnType<typeof playlistRoom>>;

describe('playlists', () => {
  let tracks: OpenTracks;
  let room: Room;
  let bens = '';
  const ada = somebody();
  const ben = somebody();
  beforeAll(async () => {
    tracks = await openTracks({ isIdle: true });
    room = await playlistRoom(tracks, ada);
    bens = await silentTrack(tracks, ben, { title: 'x' });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());
  const mutate: Room['mutate'] = (...given) => room.mutate(...given);
  const read: Room['read'] = (...given) => room.read(...given);
  const make: Room['make'] = (...given) => room.make(...given);

  describe('refuse', () => {
    const code = async (answer: Promise<Payload>) => (await answer).userErrors;

    it('changes by others, and tell them nothing of private ones', async () => {
      const [open, hidden] = [await make('ab'), await make('ab', { visibility: 'PRIVATE' })];
      for (const [playlist, expected] of [
        [open, 'NOT_PERMITTED'],
        [hidden, 'NOT_FOUND'],
      ] as const) {
        const refused = [{ code: expected, path: ['playlistId'] }];
        const playlistId = playlist.id;
        const itemId = itemOf(playlist, 'a');
        expect(await code(mutate('addToPlaylist', { playlistId, trackIds: [bens] }, ben))).toEqual(refused);
        expect(await code(mutate('movePlaylistItem', { playlistId, itemId, position: 1 }, ben))).toEqual(refused);
        expect(await code(mutate('removePlaylistItem', { playlistId, itemId }, ben))).toEqual(refused);
        expect(await code(mutate('updatePlaylist', { playlistId, title: 'Mine' }, ben))).toEqual(refused);
        const { data } = await tracks.execute(
          'mutation ($id: ID!) { deletePlaylist(input: { playlistId: $id }) { deletedPlaylistId userErrors { code } } }',
          { id: playlistId },
          ben,
        );
        expect(data).toEqual({ deletePlaylist: { deletedPlaylistId: null, userErrors: [{ code: expected }] } });
        expect(titles(await read(playlistId, ada))).toBe('ab');
      }
    });

    it('tracks that their owner cannot see, and other artists’ in albums', async () => {
      const secret = await silentTrack(tracks, ben, { visibility: 'PRIVATE' });
      const album = await make('a', { kind: 'ALBUM' });
      const both = (trackIds: string[]) => mutate('addToPlaylist', { playlistId: album.id, trackIds });
      expect(await code(both([room.songs['b']!, bens]))).toEqual([{ code: 'NOT_PERMITTED', path: ['trackIds', '1'] }]);
      expect(await code(both([secret]))).toEqual([{ code: 'NOT_FOUND', path: ['trackIds', '0'] }]);
      expect(await code(both([]))).toEqual([{ code: 'INVALID', path: ['trackIds'] }]);
      expect(await code(mutate('createPlaylist', { title: 'EP', kind: 'EP', trackIds: [bens] }))).toEqual([
        { code: 'NOT_PERMITTED', path: ['trackIds', '0'] },
      ]);
      expect(titles((await mutate('createPlaylist', { title: 'All', kind: 'PLAYLIST', trackIds: [bens] })).playlist)).toBe('x');
      expect(titles(await read(album.id))).toBe('a');
    });

    it('what is too long or too much', async () => {
      const create = (more: Record<string, unknown>) => code(mutate('createPlaylist', { title: 'x', kind: 'PLAYLIST', ...more }));
      expect(await create({ title: ' ' })).toEqual([{ code: 'INVALID', path: ['title'] }]);
      expect(await create({ description: 'x'.repeat(5_001) })).toEqual([{ code: 'INVALID', path: ['description'] }]);
      expect(await create({ trackIds: Array.from({ length: 101 }, () => room.songs['a']) })).toEqual([
        { code: 'INVALID', path: ['trackIds'] },
      ]);
    });

    it('items that are none of theirs', async () => {
      const [one, other] = [await make('a'), await make('b')];
      const itemId = itemOf(other, 'b');
      const notFound = [{ code: 'NOT_FOUND', path: ['itemId'] }];
      expect(await code(mutate('movePlaylistItem', { playlistId: one.id, itemId, position: 0 }))).toEqual(notFound);
      expect(await code(mutate('removePlaylistItem', { playlistId: one.id, itemId }))).toEqual(notFound);
      expect(await code(mutate('removePlaylistItem', { playlistId: one.id, itemId: 'nonsense' }))).toEqual(notFound);
    });

    it('more than 1,000 items, and more than 1,000 playlists of one person', async () => {
      const full = await make('a');
      await tracks.database.admin`
        insert into playlist_item (id, playlist_id, track_id, rank, added_at)
        select gen_random_uuid(), ${toUuid('playlist', full.id)}, ${toUuid('track', room.songs['a']!)}, 'b' || lpad(number::text, 5, '0'), now() from generate_series(1, 998) number`;
      expect(await code(room.add(full, 'bc'))).toEqual([{ code: 'PLAYLIST_FULL', path: ['trackIds'] }]);
      expect(await code(room.add(full, 'b'))).toEqual([]);
      const eager = somebody();
      await tracks.database.admin`
        insert into playlist (id, owner_id, kind, title, visibility, created_at)
        select gen_random_uuid(), ${toUuid('user', eager.userId)}, 'PLAYLIST', 'x', 'PRIVATE', now() from generate_series(1, 1000)`;
      expect(await code(mutate('createPlaylist', { title: 'x', kind: 'PLAYLIST' }, eager))).toEqual([
        { code: 'LIMIT_REACHED', path: null },
      ]);
    });
  });
});
