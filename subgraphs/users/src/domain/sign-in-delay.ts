/** Wrong passwords that cost no waiting. */
export const FREE_ATTEMPTS = 5;
/** Longest wait before the next attempt: an account is never locked. Milliseconds. */
export const MAX_DELAY_MS = 300_000;

/** Milliseconds to wait after the given number of attempts in a row: none for the first four, then 1 s, doubled each time up to 5 minutes. */
export function signInDelayMs(attempts: number): number {
  return attempts < FREE_ATTEMPTS ? 0 : Math.min(1000 * 2 ** (attempts - FREE_ATTEMPTS), MAX_DELAY_MS);
}
