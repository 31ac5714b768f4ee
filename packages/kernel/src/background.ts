/** A named loop beside the requests: a relay, a consumer, a sweeper. Tests call it one step at a time. */
export interface BackgroundTask {
  /** One round of work. Answers how much it did; 0 means there was nothing to do. */
  runOnce(): Promise<number>;
  /** Rounds until `signal` aborts; resolves when the last one has ended. Never rejects: failures are logged and retried. */
  run(signal: AbortSignal): Promise<void>;
}
