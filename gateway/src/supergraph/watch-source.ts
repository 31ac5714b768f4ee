import { setTimeout as sleep } from 'node:timers/promises';
import type { Reloader } from './reloader.ts';

/** Looks at the source again and again until `signal` aborts. @param everyMs milliseconds between the end of one look and the next */
export async function watchSource(reloader: Pick<Reloader, 'look'>, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await reloader.look();
  }
}
