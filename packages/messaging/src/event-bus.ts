/** One message as a subscriber gets it. */
export interface BusMessage {
  readonly subject: string;
  readonly payload: Uint8Array;
  /** How many messages this subscriber lost, because it was slow, since the one before. */
  readonly dropped: number;
}

/**
 * Live hints between processes: fire and forget, at most once, ordered per publisher and subject; own messages are delivered too.
 * A hint is never the truth: whoever misses one finds the same fact in Postgres.
 * Subjects are dot-separated tokens of `[A-Za-z0-9_-]+`; patterns may use `*` for one token and a final `>` for the rest.
 */
export interface EventBus {
  /** @param payload at most 64 KiB; a larger one throws */
  publish(subject: string, payload: Uint8Array): void;
  /** Ends when `signal` aborts. A full queue drops the oldest message. @param options.queueLimit messages kept per subscriber, default 1000 */
  subscribe(pattern: string, options: { readonly signal: AbortSignal; readonly queueLimit?: number }): AsyncIterable<BusMessage>;
  /** Ends every subscription once what it holds is delivered. */
  drain(): Promise<void>;
}
