import { CODEC, SAMPLE_RATE } from '../audio/ladder.ts';
import type { Rendition } from './rendition.ts';

/** The rung that players begin with. */
const FIRST_RUNG = 'a160';

/** Lengths in seconds with six decimals whose sum is off by less than half a microsecond, whatever the number of segments. */
function exactSeconds(lengths: readonly number[]): readonly string[] {
  let samples = 0;
  let microseconds = 0;
  return lengths.map((length) => {
    samples += length;
    const end = Math.round((samples * 1e6) / SAMPLE_RATE);
    const seconds = (end - microseconds) / 1e6;
    microseconds = end;
    return seconds.toFixed(6);
  });
}

/** Name of a rung's media playlist. */
export function mediaPlaylistName({ name }: Pick<Rendition, 'name'>): string {
  return `${name}.m3u8`;
}

/**
 * The media playlist of one rung: complete, every segment independent, every address relative so that the token in the path travels along.
 * @see RFC 8216 §4.3
 */
export function mediaPlaylist({ initName, segments }: Rendition): string {
  const seconds = exactSeconds(segments.map(({ durationSamples }) => durationSamples));
  const target = Math.max(1, ...seconds.map((length) => Math.round(Number(length))));
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${target}`,
    '#EXT-X-MEDIA-SEQUENCE:1',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${initName}"`,
    ...segments.flatMap(({ name }, index) => [`#EXTINF:${seconds[index]},`, name]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n');
}

/** The master playlist: one entry per rung, the one to begin with first. @see RFC 8216 §4.3.4.2 */
export function masterPlaylist(renditions: readonly Rendition[]): string {
  const ordered = renditions.toSorted((a, b) => Number(b.name === FIRST_RUNG) - Number(a.name === FIRST_RUNG));
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...ordered.flatMap((rendition) => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${rendition.bandwidth},AVERAGE-BANDWIDTH=${rendition.averageBandwidth},CODECS="${CODEC}"`,
      mediaPlaylistName(rendition),
    ]),
    '',
  ].join('\n');
}
