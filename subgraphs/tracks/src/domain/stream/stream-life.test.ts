import { DOWNLOAD_TOKEN_SECONDS, MAX_TOKEN_SECONDS } from '@veza/media-token';
import { describe, expect, it } from 'vitest';
import { DOWNLOAD_SECONDS, streamSeconds } from './stream-life.ts';

describe('addresses of media', () => {
  it('of a stream live twice the track, within 15 minutes and what verifiers allow', () => {
    expect([1_000, 600_000, 4 * 3_600_000].map(streamSeconds)).toEqual([900, 1_200, MAX_TOKEN_SECONDS]);
  });

  it('of a download live as long as verifiers allow', () => {
    expect(DOWNLOAD_SECONDS).toBe(DOWNLOAD_TOKEN_SECONDS);
  });
});
