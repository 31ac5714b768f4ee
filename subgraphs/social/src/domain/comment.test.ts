import { describe, expect, it } from 'vitest';
import { type Comment, composeComment, MAX_COMMENT_LENGTH, mayDelete } from './comment.ts';

const createdAt = new Date('2026-01-01T00:00:00.000Z');
const track = {
  id: 'track_1',
  kind: 'TRACK',
  ownerId: 'user_ada',
  visibility: 'PUBLIC',
  isReady: true,
  releaseAt: null,
  durationMs: 1000,
} as const;
const listing = { ...track, id: 'listing_1', kind: 'LISTING', durationMs: null } as const;
const draft = (body: string, positionMs?: number) => ({ id: 'comment_2', authorId: 'user_ben', body, positionMs, createdAt }) as const;
const top: Comment = {
  id: 'comment_1',
  subjectId: 'track_1',
  authorId: 'user_eve',
  body: 'x',
  positionMs: null,
  replyToId: null,
  createdAt,
  deletedAt: null,
};

describe('composeComment', () => {
  it('trims and normalises the text', () => {
    expect(composeComment(draft('  cafe\u0301 \n'), track, undefined)).toMatchObject({
      ok: true,
      value: { body: 'caf\u00e9', positionMs: null, replyToId: null },
    });
  });

  it.each(['', '  ', 'x'.repeat(MAX_COMMENT_LENGTH + 1), 'a\u0007b'])(
    'refuses a text that is empty, too long or holds control characters: %#',
    (body) => {
      expect(composeComment(draft(body), track, undefined)).toEqual({ ok: false, error: { code: 'INVALID', path: ['body'] } });
    },
  );

  it('counts characters, not code units', () => {
    expect(composeComment(draft('🎵'.repeat(MAX_COMMENT_LENGTH)), track, undefined).ok).toBe(true);
  });

  it('takes positions from the start to the end of a track, and none on a listing', () => {
    expect(composeComment(draft('x', 0), track, undefined).ok).toBe(true);
    expect(composeComment(draft('x', 1000), track, undefined).ok).toBe(true);
    for (const [position, subject] of [
      [1001, track],
      [-1, track],
      [0, listing],
    ] as const) {
      expect(composeComment(draft('x', position), subject, undefined)).toMatchObject({
        ok: false,
        error: { code: 'POSITION_OUT_OF_RANGE' },
      });
    }
  });

  it('keeps the line ends of every system as line feeds', () => {
    expect(composeComment(draft('one\r\ntwo'), track, undefined)).toMatchObject({ ok: true, value: { body: 'one\ntwo' } });
  });

  it('attaches a reply to the top comment', () => {
    expect(composeComment(draft('x'), track, top)).toMatchObject({ ok: true, value: { replyToId: 'comment_1' } });
    expect(composeComment(draft('x'), track, { ...top, id: 'comment_9', replyToId: 'comment_1' })).toMatchObject({
      ok: true,
      value: { replyToId: 'comment_1' },
    });
  });

  it('finds no comment of another subject, no deleted and no absent one to answer', () => {
    for (const replyTo of [{ ...top, subjectId: 'track_2' } as const, { ...top, deletedAt: createdAt }, null]) {
      expect(composeComment(draft('x'), track, replyTo)).toEqual({ ok: false, error: { code: 'NOT_FOUND', path: ['replyToId'] } });
    }
  });
});

describe('mayDelete', () => {
  it('allows the author and the owner of the subject', () => {
    expect(['user_eve', 'user_ada', 'user_ben'].map((user) => mayDelete(top, track, user as 'user_eve'))).toEqual([true, true, false]);
    expect(mayDelete(top, undefined, 'user_ada')).toBe(false);
  });
});
