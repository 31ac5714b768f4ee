/** Bounds how much repetitions add to the load of a subgraph that is in trouble already. */
export interface RetryBudget {
  /** A call was made: it earns a tenth of a repetition. */
  earn(): void;
  /** Takes one repetition, or answers false when there is none left. */
  take(): boolean;
}

/** Ten calls earn one repetition, so that at most every eleventh request is one. @see reliability.md 4 */
const CALLS_PER_RETRY = 10;
/** Repetitions that may be saved up. */
const MAX_SAVED = 10;

/** A full budget. Counted in tenths, which are whole numbers. */
export function retryBudget(): RetryBudget {
  const max = MAX_SAVED * CALLS_PER_RETRY;
  let saved = max;
  return {
    earn: () => void (saved = Math.min(max, saved + 1)),
    take() {
      if (saved < CALLS_PER_RETRY) return false;
      saved -= CALLS_PER_RETRY;
      return true;
    },
  };
}
