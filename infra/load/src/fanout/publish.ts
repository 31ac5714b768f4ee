/** Asks a publisher for events. The answer: `{ times }`, one for each, nanoseconds of the machine's monotonic clock as text. */
export interface PublishQuestion {
  readonly kind: 'publish';
  readonly count: number;
  /** Milliseconds between two events; 0 for one in each turn of the event loop. */
  readonly intervalMs: number;
}

/** Asks how many subscriptions reached the publisher since the last time. The answer: `{ follows }`. */
export interface FollowsQuestion {
  readonly kind: 'follows';
}

/** What a publisher can be asked. */
export type PublisherQuestion = PublishQuestion | FollowsQuestion;

/** When each event was published. */
export interface Published {
  readonly times: readonly string[];
}
