import { describe, expect, it } from 'vitest';
import { canSee, isUnfinished, type Subject, subjectKind } from './subject.ts';

const now = new Date('2026-01-01T00:00:00.000Z');
const track = (more: Partial<Subject> = {}): Subject => ({
  id: 'track_1',
  kind: 'TRACK',
  ownerId: 'user_ada',
  visibility: 'PUBLIC',
  isReady: true,
  releaseAt: null,
  durationMs: 1000,
  ...more,
});

describe('canSee', () => {
  it.each([
    ['public', track(), true],
    ['unlisted', track({ visibility: 'UNLISTED' }), true],
    ['private', track({ visibility: 'PRIVATE' }), false],
    ['not ready', track({ isReady: false }), false],
    ['released this instant', track({ releaseAt: now }), true],
    ['not released yet', track({ releaseAt: new Date(now.getTime() + 1) }), false],
  ])('lets others see a %s track: %#', (_what, subject, expected) => {
    expect(canSee(subject, 'user_ben', now)).toBe(expected);
    expect(canSee(subject, undefined, now)).toBe(expected);
    expect(canSee(subject, 'user_ada', now)).toBe(true);
  });
});

describe('isUnfinished', () => {
  it('is what can still get ready or get a length', () => {
    expect(isUnfinished(track())).toBe(false);
    expect(isUnfinished(track({ isReady: false }))).toBe(true);
    expect(isUnfinished(track({ durationMs: null }))).toBe(true);
    expect(isUnfinished(track({ id: 'listing_1', kind: 'LISTING', durationMs: null }))).toBe(false);
  });
});

describe('subjectKind', () => {
  it('knows what people can react to', () => {
    expect(['track_1', 'listing_1', 'comment_1', 'user_1', '', 'track'].map(subjectKind)).toEqual([
      'TRACK',
      'LISTING',
      'COMMENT',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(['constructor_1', 'toString_1', '__proto___1', 'hasOwnProperty_1'])('takes %s for no kind', (id) => {
    expect(subjectKind(id)).toBeUndefined();
  });
});
