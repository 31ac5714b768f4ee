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
}
