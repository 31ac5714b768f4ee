import type { Log } from './log.ts';

/** Whether the process can do its work, and which parts keep it from it. Names only: reasons go to the log. */
export interface HealthReport {
  readonly isHealthy: boolean;
  readonly failed: readonly string[];
}

/** What is asked, by name. A check passes when it resolves within the time limit. */
export interface HealthOptions {
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>;
  readonly log: Log;
  /** Milliseconds for each check, default 1000. */
  readonly timeoutMs?: number;
}

async function fails(check: () => Promise<unknown>, timeoutMs: number): Promise<Error | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([check(), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Asks all checks at the same time whenever it is called. A check that fails is logged when it begins to and when it passes again, not in between. */
export function health({ checks, log, timeoutMs = 1_000 }: HealthOptions): () => Promise<HealthReport> {
  const failing = new Set<string>();
  const ask = async ([name, check]: [string, () => Promise<unknown>]) => {
    const error = await fails(check, timeoutMs);
    if (error && !failing.has(name)) log.error('health.failed', { check: name, error });
    if (!error && failing.has(name)) log.info('health.recovered', { check: name });
    failing[error ? 'add' : 'delete'](name);
    return error ? [name] : [];
  };
  return async () => {
    const failed = (await Promise.all(Object.entries(checks).map(ask))).flat();
    return { isHealthy: failed.length === 0, failed };
  };
}
