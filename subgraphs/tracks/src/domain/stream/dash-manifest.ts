import { CODEC, SAMPLE_RATE } from '../audio/ladder.ts';
import type { Rendition, TimedSegment } from './rendition.ts';

const MIN_BUFFER_SECONDS = 8;

/** Runs of equal lengths as `S` elements; `t` is written once, at the start. */
function timeline(segments: readonly TimedSegment[]): readonly string[] {
  const runs: { length: number; repeats: number }[] = [];
  for (const { durationSamples } of segments) {
    const last = runs.at(-1);
    if (last?.length === durationSamples) last.repeats += 1;
    else runs.push({ length: durationSamples, repeats: 0 });
  }
  return runs.map(({ length, repeats }, index) => {
    const start = index === 0 ? ' t="0"' : '';
    const repeat = repeats === 0 ? '' : ` r="${repeats}"`;
    return `          <S${start} d="${length}"${repeat}/>`;
  });
}

const seconds = (samples: number) => `PT${(samples / SAMPLE_RATE).toFixed(6)}S`;

/**
 * The MPD: static, one adaptation set, all rungs on one timeline, relative addresses.
 * Times are those of the presentation, which the edit list of the init segment begins behind the encoder's delay.
 * @see ISO/IEC 23009-1 §5.3.9.6
 */
export function dashManifest(renditions: readonly Rendition[]): string {
  const segments = renditions[0]?.segments ?? [];
  const total = segments.reduce((sum, { durationSamples }) => sum + durationSamples, 0);
  const longest = Math.max(0, ...segments.map(({ durationSamples }) => durationSamples));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static"' +
      ` mediaPresentationDuration="${seconds(total)}" maxSegmentDuration="${seconds(longest)}" minBufferTime="PT${MIN_BUFFER_SECONDS}S">`,
    '  <Period id="0" start="PT0S">',
    '    <AdaptationSet id="0" contentType="audio" mimeType="audio/mp4" segmentAlignment="true" startWithSAP="1">',
    `      <SegmentTemplate timescale="${SAMPLE_RATE}" startNumber="1"` +
      ' initialization="$RepresentationID$-init.mp4" media="$RepresentationID$-$Number%05d$.m4s">',
    '        <SegmentTimeline>',
    ...timeline(segments),
    '        </SegmentTimeline>',
    '      </SegmentTemplate>',
    ...renditions.flatMap(({ name, bandwidth }) => [
      `      <Representation id="${name}" codecs="${CODEC}" bandwidth="${bandwidth}" audioSamplingRate="${SAMPLE_RATE}">`,
      '        <AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="2"/>',
      '      </Representation>',
    ]),
    '    </AdaptationSet>',
    '  </Period>',
    '</MPD>',
    '',
  ].join('\n');
}
