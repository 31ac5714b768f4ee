/** Opens clients and lets them subscribe, each with a selection and an id of its own. The answer: `{}` once all have subscribed. */
export interface ConnectQuestion {
  readonly kind: 'connect';
  readonly url: string;
  readonly clients: number;
  /** Distinct selections among them. */
  readonly selections: number;
  /** One for each client. */
  readonly tokens: readonly string[];
  /** Whether they subscribe at once, or wait for `subscribe`. */
  readonly subscribes: boolean;
}

/** Lets all clients subscribe from a cursor on. The answer: `{}`. */
export interface SubscribeQuestion {
  readonly kind: 'subscribe';
  readonly after: string;
  readonly selections: number;
}

/** Forgets what was received until now. The answer: `{}`. */
export interface ResetQuestion {
  readonly kind: 'reset';
}

/** Waits until every client has received so many messages since the reset. The answer: `Arrivals`, or `{ error }`. */
export interface AwaitQuestion {
  readonly kind: 'await';
  readonly each: number;
  readonly timeoutMs: number;
}

/** Asks for the last message of each client. The answer: `{ bodies }`. */
export interface BodiesQuestion {
  readonly kind: 'bodies';
}

/** Takes nothing more off the sockets. The answer: `{}`. */
export interface StallQuestion {
  readonly kind: 'stall';
}

/** Closes all clients. The answer: `{}`. */
export interface CloseQuestion {
  readonly kind: 'close';
}

/** What receivers can be asked. */
export type ReceiverQuestion =
  | ConnectQuestion
  | SubscribeQuestion
  | ResetQuestion
  | AwaitQuestion
  | BodiesQuestion
  | StallQuestion
  | CloseQuestion;

/** What has arrived since the reset. */
export interface Arrivals {
  /** When the last client got its n-th message; nanoseconds of the machine's monotonic clock as text. */
  readonly completedAt: readonly string[];
  /** The last message of the first client. */
  readonly sample: string;
}
