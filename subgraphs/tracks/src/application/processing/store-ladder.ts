import { dashManifest } from '../../domain/stream/dash-manifest.ts';
import { masterPlaylist, mediaPlaylist, mediaPlaylistName } from '../../domain/stream/hls-playlist.ts';
import type { Rung } from '../../domain/audio/ladder.ts';
import { type Rendition, renditionOf } from '../../domain/stream/rendition.ts';
import type { AssetFiles, ServedFile, StoredFile, WorkFolder, WrittenRung } from './ports.ts';

/** Media types of what is served. @see RFC 8216 §4, RFC 6381, ISO/IEC 23009-1 */
const TYPES = { m3u8: 'application/vnd.apple.mpegurl', mpd: 'application/dash+xml', mp4: 'audio/mp4' } as const;

/** What lies in the store, and what players are told of it. */
export interface StoredLadder {
  readonly renditions: readonly Rendition[];
  readonly files: readonly StoredFile[];
}

const initName = ({ name }: Rung) => `${name}-init.mp4`;
const segmentName = ({ name }: Rung, index: number) => `${name}-${String(index + 1).padStart(5, '0')}.m4s`;

function mediaFiles(rung: Rung, { init, segments }: WrittenRung): readonly ServedFile[] {
  const media = segments.map(({ path }, index) => ({ name: segmentName(rung, index), contentType: TYPES.mp4, content: { path } }));
  return [{ name: initName(rung), contentType: TYPES.mp4, content: { path: init.path } }, ...media];
}

function playlistFiles(renditions: readonly Rendition[]): readonly ServedFile[] {
  const playlists = renditions.map((rendition) => ({ name: mediaPlaylistName(rendition), text: mediaPlaylist(rendition) }));
  const all = [...playlists, { name: 'master.m3u8', text: masterPlaylist(renditions) }];
  return [
    ...all.map(({ name, text }) => ({ name, contentType: TYPES.m3u8, content: { text } })),
    { name: 'manifest.mpd', contentType: TYPES.mpd, content: { text: dashManifest(renditions) } },
  ];
}

function renditionFrom(rung: Rung, written: WrittenRung, sampleCount: number): Rendition {
  const segments = written.segments.map(({ byteSize, timing }, index) => ({ name: segmentName(rung, index), byteSize, timing }));
  return renditionOf(rung, initName(rung), segments, sampleCount);
}

/**
 * Stores what a transcoder wrote, with playlists and manifest of our own. Nothing of it is visible yet.
 * @throws BrokenLadder when the segments do not hold exactly the source, or the rungs are not cut alike
 */
export async function storeLadder(
  assetId: string,
  folder: WorkFolder,
  rungs: readonly Rung[],
  given: { readonly sampleCount: number; readonly files: AssetFiles },
): Promise<StoredLadder> {
  const written = await Promise.all(rungs.map((_rung, index) => folder.readRung(index)));
  const renditions = rungs.map((rung, index) => renditionFrom(rung, written[index]!, given.sampleCount));
  const files: StoredFile[] = [];
  for (const file of [...rungs.flatMap((rung, index) => mediaFiles(rung, written[index]!)), ...playlistFiles(renditions)]) {
    files.push(await given.files.putFile(assetId, file));
  }
  return { renditions, files };
}
