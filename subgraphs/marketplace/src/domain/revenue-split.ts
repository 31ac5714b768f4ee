import type { Id } from '@veza/kernel';
import { invalid, type Problem } from './problem.ts';

/** One person's part of a listing's proceeds. */
export interface RevenueSplit {
  readonly userId: Id<'user'>;
  /** Hundredths of a percent, 1 to 10,000. */
  readonly shareBps: number;
}

/** What the parts of all payees make together. */
export const WHOLE_BPS = 10_000;

const MAX_PAYEES = 20;

/** What is wrong with a split: 1 to 20 payees, none twice, parts that make exactly the whole. */
export function revenueSplitProblems(splits: readonly RevenueSplit[]): readonly Problem[] {
  if (splits.length === 0 || splits.length > MAX_PAYEES) return [invalid('revenueSplits')];
  const payees = splits.map(({ userId }) => userId);
  const problems = splits.flatMap(({ userId, shareBps }, place) => [
    ...(payees.indexOf(userId) < place ? [invalid('revenueSplits', place, 'userId')] : []),
    ...(shareBps < 1 || shareBps > WHOLE_BPS ? [invalid('revenueSplits', place, 'shareBps')] : []),
  ]);
  const total = splits.reduce((sum, { shareBps }) => sum + shareBps, 0);
  return problems.length === 0 && total !== WHOLE_BPS ? [invalid('revenueSplits')] : problems;
}
