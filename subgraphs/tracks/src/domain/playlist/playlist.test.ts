import { describe, expect, it } from 'vitest';
import { mayHold, playlistDescription, playlistTitle } from './playlist.ts';

describe('a playlist', () => {
  it('has a title of 1 to 100 characters, and at most 5,000 to say about itself', () => {
    expect(playlistTitle(' Night\u202E drive ')).toBe('Night drive');
    expect([playlistTitle(' '), playlistTitle('x'.repeat(101))]).toEqual([undefined, undefined]);
    expect([playlistDescription('\n'), playlistDescription('x'.repeat(5_001))]).toEqual([null, undefined]);
  });

  it('holds everybody’s tracks, but an album and an EP only their owner’s', () => {
    const allowed = (['PLAYLIST', 'ALBUM', 'EP'] as const).map((kind) => [
      mayHold({ kind, ownerId: 'user_a' }, 'user_a'),
      mayHold({ kind, ownerId: 'user_a' }, 'user_b'),
    ]);
    expect(allowed).toEqual([
      [true, true],
      [true, false],
      [true, false],
    ]);
  });
});
