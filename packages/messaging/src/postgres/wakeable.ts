import { setTimeout as sleep } from 'node:timers/promises';

/** A pause that can be cut short, also by a wake that came just before it began. */
export interface Wakeable {
  pause(ms: number): Promise<void>;
  wake(): void;
}

/** @param signal ends every pause */
export function wakeable(signal: AbortSignal): Wakeable {
  let isWoken = false;
  let interrupt = new AbortController();
  return {
    async pause(ms) {
      if (!isWoken && ms > 0) await sleep(ms, undefined, { signal: AbortSignal.any([signal, interrupt.signal]) }).catch(() => undefined);
      isWoken = false;
      interrupt = new AbortController();
    },
    wake() {
      isWoken = true;
      interrupt.abort();
    },
  };
}
