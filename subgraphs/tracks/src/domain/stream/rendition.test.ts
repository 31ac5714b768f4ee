import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dashManifest } from './dash-manifest.ts';
import { masterPlaylist, mediaPlaylist } from './hls-playlist.ts';
import { FRAME_SAMPLES, LADDER, SAMPLE_RATE, SEGMENT_SAMPLES } from '../audio/ladder.ts';
import { BrokenLadder, type MediaSegment, type Rendition, renditionOf } from './rendition.ts';

/** Segments as the muxer cuts them: 192 frames each, the last with the rest. */
function segmentsOf(sampleCount: number): readonly MediaSegment[] {
  const frames = Math.ceil((sampleCount + FRAME_SAMPLES) / FRAME_SAMPLES);
  return Array.from({ length: Math.ceil(frames / 192) }, (_, index) => ({
    name: `a160-${String(index + 1).padStart(5, '0')}.m4s`,
    byteSize: 83_000,
    timing: { decodeTime: index * SEGMENT_SAMPLES, frames: Math.min(192, frames - index * 192) },
  }));
}

const renditions = (sampleCount: number): readonly Rendition[] =>
  LADDER.map((rung) => renditionOf(rung, `${rung.name}-init.mp4`, segmentsOf(sampleCount), sampleCount));

const THIRTY_SECONDS = 30 * SAMPLE_RATE;

describe('a rendition', () => {
  it('takes the priming off the first segment and the padding off the last', () => {
    const [rendition] = renditions(THIRTY_SECONDS);
    expect(rendition?.segments.map(({ durationSamples }) => durationSamples)).toEqual([
      195_584, 196_608, 196_608, 196_608, 196_608, 196_608, 196_608, 64_768,
    ]);
    expect(rendition).toMatchObject({ encoderDelaySamples: 1024, endPaddingSamples: 768 });
  });

  it('lasts exactly as long as its source, in samples and in the playlist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4_800, max: 40 * SAMPLE_RATE }), (sampleCount) => {
        const [rendition] = renditions(sampleCount);
        const seconds = Array.from(mediaPlaylist(rendition!).matchAll(/EXTINF:([\d.]+)/g), ([, length]) => Number(length));
        expect(rendition!.segments.reduce((sum, { durationSamples }) => sum + durationSamples, 0)).toBe(sampleCount);
        expect(Math.abs(seconds.reduce((sum, length) => sum + length, 0) - sampleCount / SAMPLE_RATE)).toBeLessThan(1e-6);
      }),
    );
  });

  it('is refused when a segment is missing, or when it does not hold the source', () => {
    const [first, ...rest] = segmentsOf(THIRTY_SECONDS);
    const make =
      (segments: readonly MediaSegment[], samples = THIRTY_SECONDS) =>
      () =>
        renditionOf(LADDER[0]!, 'i', segments, samples);
    expect(make([])).toThrow(BrokenLadder);
    expect(make(rest)).toThrow(BrokenLadder);
    expect(make([first!, ...rest.slice(1)])).toThrow(BrokenLadder);
    expect(make([first!, ...rest], THIRTY_SECONDS + 4_096)).toThrow(BrokenLadder);
  });
});

describe('playlists', () => {
  it('name the rungs, the one to begin with first', () => {
    expect(
      masterPlaylist(renditions(THIRTY_SECONDS))
        .split('\n')
        .filter((line) => line.endsWith('.m3u8')),
    ).toEqual(['a160.m3u8', 'a64.m3u8', 'a256.m3u8']);
    expect(masterPlaylist(renditions(THIRTY_SECONDS))).toContain('CODECS="mp4a.40.2"');
  });

  it('are complete and relative', () => {
    const playlist = mediaPlaylist(renditions(THIRTY_SECONDS)[1]!);
    expect(playlist).toMatch(/^#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n/);
    expect(playlist).toContain('#EXT-X-MAP:URI="a160-init.mp4"\n#EXTINF:4.074667,\na160-00001.m4s\n#EXTINF:4.096000,');
    expect(playlist).toMatch(/#EXT-X-ENDLIST\n$/);
  });

  it('have a manifest for DASH with one timeline for all rungs', () => {
    const manifest = dashManifest(renditions(THIRTY_SECONDS));
    expect(manifest.match(/<SegmentTimeline>/g)).toHaveLength(1);
    expect(manifest).toContain('<S t="0" d="195584"/>\n          <S d="196608" r="5"/>\n          <S d="64768"/>');
    expect(manifest).toContain('mediaPresentationDuration="PT30.000000S"');
    expect(manifest.match(/<Representation id="a\d+"/g)).toHaveLength(3);
  });
});
