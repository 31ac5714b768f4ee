import { slidingCounts } from './sliding-counts.ts';

/** What a breaker lets through: everything, nothing, or one call that finds out. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** What a call said about its subgraph. `unknown`: nothing, e.g. because its client went away. */
export type Verdict = 'well' | 'ill' | 'unknown';

/** When a breaker opens and for how long. */
export interface BreakerSettings {
  /** Time that is looked back on. */
  readonly windowMs: number;
  /** Fewer calls than this in the window say nothing. */
  readonly minimumCalls: number;
  /** Part of the calls in the window, from 0 to 1, at which the subgraph is taken for ill. */
  readonly illShare: number;
  /** Wait before the first probe; doubled after each that fails. */
  readonly firstWaitMs: number;
  readonly maxWaitMs: number;
}

/** @see reliability.md 4 */
export const BREAKER_SETTINGS: BreakerSettings = {
  windowMs: 10_000,
  minimumCalls: 20,
  illShare: 0.5,
  firstWaitMs: 1_000,
  maxWaitMs: 30_000,
};

/** The leave for one call. */
export interface Passage {
  /** Whether this call alone decides what becomes of the breaker. */
  readonly isProbe: boolean;
  /** Tells once how the call went. @param now milliseconds */
  settle(verdict: Verdict, now: number): void;
}

/** Keeps calls away from a subgraph that is ill. */
export interface Breaker {
  readonly state: BreakerState;
  /** Whether a call that came now would be let through. @param now milliseconds */
  admits(now: number): boolean;
  /** Lets a call through, or answers undefined. Whoever gets a passage settles it. @param now milliseconds */
  enter(now: number): Passage | undefined;
}

/**
 * States and who moves them:
 * - closed: every call passes. A settled call that makes the window full of ill ones opens the breaker.
 * - open: no call passes until the wait is over; the first that comes then is the probe, and the breaker is half-open.
 * - half-open: no other call passes while the probe runs. A well probe closes the breaker; an ill one opens it for twice as long;
 *   one that says nothing leaves its place to the next call.
 *
 * Calls that entered before the breaker last opened say nothing about how things are now: what they settle is not looked at.
 * @param onChange is told every change of state
 */
export function breaker(settings: BreakerSettings, onChange: (state: BreakerState) => void): Breaker {
  const { windowMs, minimumCalls, illShare, firstWaitMs, maxWaitMs } = settings;
  const counts = slidingCounts(windowMs);
  let state: BreakerState = 'closed';
  /** Rises whenever the breaker opens or closes. */
  let era = 0;
  let waitMs = firstWaitMs;
  let probeFrom = 0;

  const become = (next: BreakerState) => {
    state = next;
    onChange(next);
  };
  const open = (from: number) => {
    era += 1;
    probeFrom = from;
    become('open');
  };
  const close = () => {
    era += 1;
    waitMs = firstWaitMs;
    counts.clear();
    become('closed');
  };
  const settleProbe = (verdict: Verdict, now: number) => {
    if (verdict === 'well') return close();
    if (verdict === 'unknown') return open(now);
    waitMs = Math.min(maxWaitMs, waitMs * 2);
    return open(now + waitMs);
  };
  const settleOther = (verdict: Verdict, now: number) => {
    if (verdict === 'unknown') return;
    counts.add(verdict === 'ill', now);
    const { total, marked } = counts.at(now);
    if (total >= minimumCalls && marked >= total * illShare) open(now + waitMs);
  };

  const admits = (now: number) => state === 'closed' || (state === 'open' && now >= probeFrom);
  return {
    get state() {
      return state;
    },
    admits,
    enter(now) {
      if (!admits(now)) return undefined;
      const isProbe = state === 'open';
      if (isProbe) become('half-open');
      const entered = era;
      return {
        isProbe,
        settle(verdict, at) {
          if (entered !== era) return;
          if (isProbe) settleProbe(verdict, at);
          else settleOther(verdict, at);
        },
      };
    },
  };
}
