import { describe, expect, it } from 'vitest';
import { isFilename, isSha256, UPLOAD_LIMITS, uploadExpiry, uploadProblem } from './upload.ts';

const announced = { purpose: 'TRACK_AUDIO', filename: 'song.wav', byteSize: 1_000 } as const;

describe('an upload', () => {
  it.each(['song.wav', 'Größe 2.flac', '曲.mp3'])('may be called %s', (name) => {
    expect(isFilename(name)).toBe(true);
  });

  it.each(['', ' ', 'a/b.mp3', 'a\\b', 'a\0b', 'a\nb', 'song\u202Egpj.mp3', 'x'.repeat(256), 'ü'.repeat(128)])(
    'may not be called %j',
    (name) => {
      expect(isFilename(name)).toBe(false);
    },
  );

  it('is taken within its limits', () => {
    expect(uploadProblem(announced, { openUploads: 9, bytes: 0 }, UPLOAD_LIMITS)).toBeUndefined();
    expect(uploadProblem(announced, { openUploads: 10, bytes: 0 }, UPLOAD_LIMITS)).toBe('TOO_MANY_UPLOADS');
    expect(uploadProblem(announced, { openUploads: 0, bytes: UPLOAD_LIMITS.quotaBytes - 999 }, UPLOAD_LIMITS)).toBe('QUOTA_EXCEEDED');
    expect(uploadProblem({ ...announced, byteSize: 4 * 1024 ** 3 + 1 }, { openUploads: 0, bytes: 0 }, UPLOAD_LIMITS)).toBe(
      'UPLOAD_TOO_LARGE',
    );
    expect(uploadProblem({ ...announced, filename: 'a/b' }, { openUploads: 0, bytes: 0 }, UPLOAD_LIMITS)).toBe('INVALID_FILENAME');
  });

  it('ends a day after its last byte, and a week after it was made', () => {
    const created = new Date('2026-01-01T00:00:00Z');
    expect(uploadExpiry(created, created)).toEqual(new Date('2026-01-02T00:00:00Z'));
    expect(uploadExpiry(created, new Date('2026-01-07T12:00:00Z'))).toEqual(new Date('2026-01-08T00:00:00Z'));
  });

  it('may announce a SHA-256 in hex', () => {
    expect(isSha256('A'.repeat(64))).toBe(true);
    expect(isSha256('a'.repeat(63))).toBe(false);
    expect(isSha256('g'.repeat(64))).toBe(false);
  });
});
