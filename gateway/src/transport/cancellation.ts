/**
 * Tells when nobody waits for an answer any more. Every `AbortSignal` is one; HTTP requests and calls to subgraphs use a lighter one,
 * because Node takes microseconds to make an `AbortSignal` and to listen to it, for each of them.
 */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A cancellation of one call, and what sets it off. */
export interface Canceller extends Cancellation {
  /** Tells every listener, once. */
  abort(): void;
}

/** A cancellation that is not set off yet. Whoever listens later than `abort` is not told, as with an `AbortSignal`. */
export function canceller(): Canceller {
  return new CallCanceller();
}

class CallCanceller implements Canceller {
  aborted = false;
  /** In the order in which they came; a call has one, seldom two. */
  #listeners: readonly (() => void)[] = [];

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted && !this.#listeners.includes(listener)) this.#listeners = [...this.#listeners, listener];
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener);
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    const told = this.#listeners;
    this.#listeners = [];
    for (const listener of told) listener();
  }
}

/** The same as an `AbortSignal`, for those who take nothing less. */
export function abortSignalOf(cancellation: Cancellation): AbortSignal {
  if (cancellation instanceof AbortSignal) return cancellation;
  const controller = new AbortController();
  if (cancellation.aborted) controller.abort();
  else cancellation.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
