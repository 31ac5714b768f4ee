import { randomUUID } from 'node:crypto';
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

interface Playing {
  readonly revision: number;
  readonly isPlaying: boolean;
  readonly track: { readonly id: string } | null;
  readonly queue: { readonly nodes: readonly { readonly id: string }[] };
}

/** Ben plays Ada's song on a phone, and a browser of his follows. */
export async function playTogether(ben: Person, trackId: string): Promise<void> {
  const register = async (name: string, kind: string) =>
    (await ben.app.data<{ registerDevice: { device: { id: string } } }>('RegisterDevice', { input: { name, kind } })).registerDevice.device
      .id;
  const [phone, browser] = [await register('Phone', 'PHONE'), await register('Browser', 'WEB')];
  const events = ben.app.follow('PlaybackState');
  const next = async (): Promise<Playing> => {
    const { value } = await events.next();
    return (value as unknown as { data: { playbackState: Playing } }).data.playbackState;
  };
  expect(await next()).toMatchObject({ revision: 0, isPlaying: false, track: null });
  const commandId = randomUUID();
  const input = { commandId, deviceId: phone, play: { trackId } };
  const { controlPlayback } = await ben.app.data<{ controlPlayback: { playback: Playing } }>('ControlPlayback', { input });
  expect(await next()).toEqual(controlPlayback.playback);
  expect(await ben.app.data('ControlPlayback', { input }), 'the same command again').toEqual({
    controlPlayback: { playback: controlPlayback.playback, userErrors: [] },
  });
  const { enqueueTracks } = await ben.app.data<{ enqueueTracks: { playback: Playing } }>('EnqueueTracks', {
    input: { commandId: randomUUID(), trackIds: [trackId, trackId], position: 'LAST' },
  });
  expect(await next()).toMatchObject({
    revision: 2,
    queue: { totalCount: 2, nodes: [{ track: { id: trackId } }, { track: { id: trackId } }] },
  });
  const entryIds = [enqueueTracks.playback.queue.nodes[0]!.id];
  await ben.app.data('RemoveFromQueue', { input: { commandId: randomUUID(), entryIds } });
  expect(await next()).toMatchObject({ revision: 3, queue: { totalCount: 1 } });
  const late = { commandId: randomUUID(), deviceId: browser, expectedRevision: 1, next: true };
  expect((await ben.app.send('ControlPlayback', { input: late })).data).toMatchObject({
    controlPlayback: { playback: { revision: 3 }, userErrors: [{ code: 'REVISION_CONFLICT' }] },
  });
  const report = { deviceId: phone, trackId, positionMs: 0, playedMs: 0 };
  expect(await ben.app.data('ReportPlayback', { input: report })).toMatchObject({ reportPlayback: { playback: { revision: 3 } } });
  expect(await ben.app.data('Playback')).toMatchObject({
    viewer: { playback: { revision: 3, activeDevice: { id: phone }, track: { id: trackId } } },
  });
  await events.return?.();
}
