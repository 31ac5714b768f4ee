import type { ActivitySignal } from '../ports/presence.ts';

/** Activity that waits for one subscriber. */
export const MAX_PENDING = 64;

/** Something to be shown. */
export type ShownActivity = Exclude<ActivitySignal, { readonly kind: 'TYPED' }>;

/** What waits to be shown: of each person and kind only the latest, and of all at most the 64 newest. */
export class PendingActivity {
  readonly #waiting = new Map<string, ShownActivity>();

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Takes news in; what was typed and is sent is typed no more. */
  add(signal: ActivitySignal): void {
    if (signal.kind === 'TYPED') {
      this.#waiting.delete(`TYPING ${signal.userId}`);
      return;
    }
    this.#waiting.set(`${signal.kind} ${signal.userId}`, signal);
    if (this.#waiting.size > MAX_PENDING) this.#drop();
  }

  /** The oldest that is still true. */
  take(now: Date): ShownActivity | undefined {
    for (const [key, signal] of this.#waiting) {
      this.#waiting.delete(key);
      if (signal.kind === 'PRESENCE' || signal.expiresAt > now) return signal;
    }
    return undefined;
  }

  #drop(): void {
    const [oldest] = this.#waiting.keys();
    if (oldest !== undefined) this.#waiting.delete(oldest);
  }
}
