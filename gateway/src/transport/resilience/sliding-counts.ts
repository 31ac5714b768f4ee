/** How many things happened of late, and how many of them were marked. */
export interface SlidingCounts {
  /** Counts one. @param now milliseconds, never less than before */
  add(isMarked: boolean, now: number): void;
  /** What was counted in the window that ends now. */
  at(now: number): { readonly total: number; readonly marked: number };
  clear(): void;
}

/** The window moves in steps of a tenth of its length, so that it costs no memory per event. */
const STEPS = 10;

/** Counts over a moving window. @param windowMs its length */
export function slidingCounts(windowMs: number): SlidingCounts {
  const stepMs = windowMs / STEPS;
  const totals = new Float64Array(STEPS);
  const marks = new Float64Array(STEPS);
  let newest = 0;
  let total = 0;
  let marked = 0;

  const forget = (slot: number) => {
    total -= totals[slot]!;
    marked -= marks[slot]!;
    totals[slot] = 0;
    marks[slot] = 0;
  };
  const moveTo = (now: number) => {
    const step = Math.floor(now / stepMs);
    const passed = Math.min(STEPS, step - newest);
    for (let index = 1; index <= passed; index += 1) forget((newest + index) % STEPS);
    newest = Math.max(newest, step);
  };
  return {
    add(isMarked, now) {
      moveTo(now);
      const slot = newest % STEPS;
      totals[slot]! += 1;
      total += 1;
      if (!isMarked) return;
      marks[slot]! += 1;
      marked += 1;
    },
    at(now) {
      moveTo(now);
      return { total, marked };
    },
    clear() {
      for (let slot = 0; slot < STEPS; slot += 1) forget(slot);
    },
  };
}
