import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS as limits } from './limits.ts';
import { choiceRefusal, type Poll, pollClosedAt, type PollDraft, pollDraft } from './poll.ts';

const now = new Date(1_000_000);
const draft: PollDraft = { question: ' When? ', options: ['Monday', ' Tuesday '], isMultiple: false, closesAt: new Date(2_000_000) };
const pathOf = (given: Partial<PollDraft>) => {
  const made = pollDraft({ ...draft, ...given }, { limits, now });
  return made.ok || made.error.code === 'RATE_LIMITED' ? undefined : made.error.path?.join('.');
};

describe('pollDraft', () => {
  it('keeps question and options trimmed', () => {
    expect(pollDraft(draft, { limits, now })).toMatchObject({ ok: true, value: { question: 'When?', options: ['Monday', 'Tuesday'] } });
  });

  it.each<[string, Partial<PollDraft>, string]>([
    ['no question', { question: ' ' }, 'poll.question'],
    ['a long question', { question: 'x'.repeat(301) }, 'poll.question'],
    ['one option', { options: ['a'] }, 'poll.options'],
    ['eleven options', { options: Array.from({ length: 11 }, (_, index) => `${index}`) }, 'poll.options'],
    ['an empty option', { options: ['a', ' '] }, 'poll.options.1'],
    ['a long option', { options: ['x'.repeat(56), 'a'] }, 'poll.options.0'],
    ['an option twice', { options: ['a', 'b', 'a '] }, 'poll.options.2'],
    ['an end that is now', { closesAt: now }, 'poll.closesAt'],
    ['an end too far away', { closesAt: new Date(now.getTime() + 32 * 86_400_000 + 1) }, 'poll.closesAt'],
  ])('refuses %s', (_what, given, path) => {
    expect(pathOf(given)).toBe(path);
  });
});

describe('a poll', () => {
  const poll: Poll = {
    question: 'When?',
    options: [
      { text: 'a', voteCount: 0 },
      { text: 'b', voteCount: 0 },
    ],
    isMultiple: false,
    closesAt: new Date(2000),
    closedAt: null,
    voterCount: 0,
  };

  it('is closed by its time or by hand', () => {
    expect(pollClosedAt(poll, new Date(1999))).toBeNull();
    expect(pollClosedAt(poll, new Date(2000))).toEqual(new Date(2000));
    expect(pollClosedAt({ ...poll, closedAt: new Date(5) }, new Date(10))).toEqual(new Date(5));
  });

  it('takes one option, several where it says so, none to take a vote back, and no others', () => {
    const isTaken = (places: readonly number[], isMultiple = false) => choiceRefusal({ ...poll, isMultiple }, places) === undefined;
    expect([isTaken([]), isTaken([1]), isTaken([0, 1]), isTaken([0, 1], true)]).toEqual([true, true, false, true]);
    expect([isTaken([2]), isTaken([-1]), isTaken([0.5]), isTaken([0, 0], true)]).toEqual([false, false, false, false]);
  });
});
