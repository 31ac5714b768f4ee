import { describe, expect, it } from 'vitest';
import { failureOf, loudnessOfSummary, probeOf } from './ffmpeg-answer.ts';

const well = { exitCode: 0, killedBy: null, timedOut: false, errors: '' };

describe('what ffmpeg answers', () => {
  it.each([
    [undefined, well],
    ['PROCESSING_TIMEOUT', { ...well, timedOut: true, killedBy: 'SIGKILL' }],
    ['PROCESSING_TIMEOUT', { ...well, exitCode: 255, errors: 'Exiting normally, received signal 24.' }],
    ['PROCESSING_CRASHED', { ...well, exitCode: null, killedBy: 'SIGSEGV' }],
    ['PROCESSING_CRASHED', { ...well, exitCode: 1, errors: 'x: Cannot allocate memory' }],
    ['NO_AUDIO_STREAM', { ...well, exitCode: 1, errors: "Stream specifier ':a:0' in filtergraph description … matches no streams." }],
    ['UNSUPPORTED_FORMAT', { ...well, exitCode: 1, errors: "[h264 @ 0x1] Codec (h264) not on whitelist 'aac'" }],
    ['CORRUPT_MEDIA', { ...well, exitCode: 69 }],
  ] as const)('is %s', (code, end) => {
    expect(failureOf(end)?.code).toBe(code);
  });

  it('about a file: the stream’s own facts before those of the container', () => {
    const stream = { codec_type: 'audio', codec_name: 'opus', sample_rate: '48000', channels: 2, duration: 'N/A', tags: { TITLE: 'Song' } };
    const format = { duration: '12.5', bit_rate: '128400' };
    expect(probeOf(JSON.stringify({ streams: [{ codec_type: 'video' }, stream], format }))).toEqual({
      ok: true,
      value: { codec: 'opus', sampleRate: 48_000, channels: 2, durationSeconds: 12.5, bitrateKbps: 128, title: 'Song', hasPicture: false },
    });
    expect(probeOf(JSON.stringify({ streams: [{ codec_type: 'video' }] }))).toMatchObject({
      ok: false,
      error: { code: 'NO_AUDIO_STREAM' },
    });
    expect(probeOf(JSON.stringify({ streams: [{ codec_type: 'audio' }] }))).toMatchObject({ ok: false, error: { code: 'CORRUPT_MEDIA' } });
    expect(probeOf('{}')).toMatchObject({ ok: false, error: { code: 'NO_AUDIO_STREAM' } });
  });

  it('about loudness, in its last words', () => {
    const summary = (i: string, peak: string) =>
      `  Integrated loudness:\n    I:         ${i} LUFS\n  Loudness range:\n    LRA:         3.2 LU\n  True peak:\n    Peak:      ${peak} dBFS\n`;
    expect(loudnessOfSummary(summary('-30.0', '-9.0') + summary('-21.8', '-1.1'))).toEqual({
      integratedLufs: -21.8,
      loudnessRangeLu: 3.2,
      truePeakDbtp: -1.1,
    });
    expect(loudnessOfSummary(summary('-70.0', '-inf'))).toMatchObject({ integratedLufs: null });
    expect(loudnessOfSummary('')).toMatchObject({ integratedLufs: null, truePeakDbtp: null });
  });
});
