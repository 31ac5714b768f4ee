import { setTimeout as sleep } from 'node:timers/promises';

/** How long and how often a condition is asked. */
export interface WaitOptions {
  /** Default 5000. */
  readonly timeoutMs?: number;
  /** Default 20. */
  readonly intervalMs?: number;
}

/** Waits until the condition answers something truthy, and answers that. Throws after the time limit, with the condition's last error as cause. */
export async function waitUntil<T>(condition: () => T | Promise<T>, options: WaitOptions = {}): Promise<NonNullable<T>> {
  const { timeoutMs = 5_000, intervalMs = 20 } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let cause: unknown;
    try {
      const answer = await condition();
      if (answer) return answer;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > deadline) throw new Error(`not true within ${timeoutMs} ms: ${condition.toString()}`, { cause });
    await sleep(intervalMs);
  }
}
