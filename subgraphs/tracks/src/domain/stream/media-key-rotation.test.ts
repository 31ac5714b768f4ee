import { describe, expect, it } from 'vitest';
import { mediaKeyChanges } from './media-key-rotation.ts';

const now = new Date('2026-01-15T00:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const WEEK_MS = 7 * 24 * 3_600_000;
const key = (kid: string, state: 'next' | 'current' | 'previous', ageMs: number) => ({ kid, state, since: ago(ageMs) });
const changes = (...keys: ReturnType<typeof key>[]) => mediaKeyChanges(keys, now, 6 * 3600);

describe('a ring of media keys', () => {
  it('begins with a key that signs and one that is known', () => {
    expect(changes()).toEqual({ deletedKids: [], isRotationDue: false, missing: ['current', 'next'] });
  });

  it('is left alone for a week', () => {
    expect(changes(key('a', 'current', WEEK_MS - 1), key('b', 'next', WEEK_MS))).toEqual({
      deletedKids: [],
      isRotationDue: false,
      missing: [],
    });
  });

  it('turns after a week, when every verifier knows the next key', () => {
    expect(changes(key('a', 'current', WEEK_MS), key('b', 'next', 60_000))).toEqual({
      deletedKids: [],
      isRotationDue: true,
      missing: ['next'],
    });
    expect(changes(key('a', 'current', WEEK_MS), key('b', 'next', 59_999))).toMatchObject({ isRotationDue: false, missing: [] });
  });

  it('keeps a previous key as long as something that it signed may be valid', () => {
    const ring = [key('b', 'current', 0), key('c', 'next', 0)];
    expect(changes(key('a', 'previous', 6 * 3_600_000), ...ring).deletedKids).toEqual([]);
    expect(changes(key('a', 'previous', 6 * 3_600_000 + 1), ...ring).deletedKids).toEqual(['a']);
  });
});
