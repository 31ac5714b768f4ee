import type { Person } from '../story/index.ts';
import { expect } from 'vitest';

interface Downloadable {
  readonly track: { readonly isDownloadable: boolean; readonly download: { readonly url: string; readonly byteSize: number } | null };
}

/** Ada gives the file of her song away, and lets Ben hear one that is not out. */
export async function shareSong(ada: Person, ben: Person, trackId: string): Promise<void> {
  expect(await ben.app.data('TrackDownload', { id: trackId })).toMatchObject({ track: { isDownloadable: false, download: null } });
  await ada.app.data('UpdateTrack', { input: { trackId, isDownloadable: true, visibility: 'PRIVATE' } });
  const { createSecretLink } = await ada.app.data<{ createSecretLink: { secretLink: { secret: string } } }>('CreateSecretLink', {
    input: { trackId },
  });
  const { secret } = createSecretLink.secretLink;
  const { trackBySecretLink } = await ben.app.data<{
    trackBySecretLink: { artist: { id: string }; stream: { hlsUrl: string } };
  }>('TrackBySecretLink', { secret });
  expect(trackBySecretLink.artist.id).toBe(ada.id);
  expect((await fetch(trackBySecretLink.stream.hlsUrl)).status).toBe(200);
  await ada.app.data('UpdateTrack', { input: { trackId, visibility: 'PUBLIC' } });
  const { download } = (await ben.app.data<Downloadable>('TrackDownload', { id: trackId })).track;
  expect((await (await fetch(download!.url)).arrayBuffer()).byteLength).toBe(download!.byteSize);
  expect(await ada.app.data('TrackStats', { id: trackId, days: 7 })).toMatchObject({
    track: { stats: { plays: 0, daily: { length: 7 } } },
  });
  expect(await ben.app.data('TrackStats', { id: trackId })).toMatchObject({ track: { stats: null } });
}

interface Listed {
  readonly id: string;
  readonly durationMs: number;
  readonly owner: { readonly id: string };
  readonly items: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly track: { readonly id: string } }[];
  };
}

/** Ben makes a playlist of Ada's song, changes it in every way, and deletes it. */
export async function keepPlaylist(ada: Person, ben: Person, trackId: string): Promise<void> {
  const change = async (document: string, input: object) => {
    const data = await ben.app.data<Record<string, { readonly playlist: Listed }>>(document, { input });
    return Object.values(data)[0]!.playlist;
  };
  const made = await change('CreatePlaylist', { title: 'Dawn', kind: 'PLAYLIST', visibility: 'PUBLIC', trackIds: [trackId] });
  const playlistId = made.id;
  const [first, second] = (await change('AddToPlaylist', { playlistId, trackIds: [trackId] })).items.nodes;
  const moved = await change('MovePlaylistItem', { playlistId, itemId: second!.id, position: 0 });
  expect(moved.items.nodes.map(({ id }) => id)).toEqual([second!.id, first!.id]);
  await change('RemovePlaylistItem', { playlistId, itemId: first!.id });
  await change('UpdatePlaylist', { playlistId, description: 'For the early hours' });
  const { playlist } = await ada.app.data<{ playlist: Listed }>('PlaylistById', { id: playlistId });
  expect(playlist).toMatchObject({ owner: { id: ben.id }, items: { totalCount: 1, nodes: [{ id: second!.id, track: { id: trackId } }] } });
  expect(await ada.app.data('AnyNode', { id: playlistId })).toMatchObject({ node: { __typename: 'Playlist' } });
  await ben.app.data('DeletePlaylist', { input: { playlistId } });
  expect(await ada.app.data('PlaylistById', { id: playlistId })).toEqual({ playlist: null });
}
