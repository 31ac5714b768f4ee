import type { Clock } from '@veza/kernel';

/** A clock that stands still until a test moves it. */
export type FixedClock = Clock & {
  advance(ms: number): void;
  set(instant: Date | string): void;
};

/** A clock at the given instant, by default 2026-01-01T00:00:00.000Z. */
export function fixedClock(start: Date | string = '2026-01-01T00:00:00.000Z'): FixedClock {
  let now = new Date(start).getTime();
  return Object.assign(() => new Date(now), {
    advance(ms: number) {
      now += ms;
    },
    set(instant: Date | string) {
      now = new Date(instant).getTime();
    },
  });
}
