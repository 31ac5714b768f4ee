/** Opens sockets and lets each follow one channel. The answer: `{}` once all have asked. */
export interface ListenQuestion {
  readonly kind: 'listen';
  readonly url: string;
  readonly query: string;
  readonly channelIds: readonly string[];
  /** Clients of each channel. */
  readonly each: number;
  /** Taken in turn. */
  readonly tokens: readonly string[];
}

/** Sends messages, channel after channel, and waits until every listener has every one of them. The answer: `SendResult` or `{ error }`. */
export interface SendQuestion {
  readonly kind: 'send';
  readonly url: string;
  readonly query: string;
  readonly channelIds: readonly string[];
  readonly tokens: readonly string[];
  /** Each sends its next message as soon as the one before is answered. */
  readonly connections: number;
  /** How many in all. */
  readonly messages: number;
  /** Messages a second in all; 0 for as many as are answered. */
  readonly perSecond: number;
}

/** Opens sockets that ask for nothing yet. The answer: `{}`. */
export interface ArriveQuestion {
  readonly kind: 'arrive';
  readonly url: string;
  readonly clients: number;
  readonly tokens: readonly string[];
}

/** Lets all of these ask at once for what came after a cursor, and waits until each has so many events. The answer: `ResumeResult` or `{ error }`. */
export interface ResumeQuestion {
  readonly kind: 'resume';
  readonly query: string;
  readonly channelId: string;
  readonly after: string;
  readonly events: number;
}

/** Closes all sockets. The answer: `{}`. */
export interface LeaveQuestion {
  readonly kind: 'leave';
}

export type CrowdQuestion = ListenQuestion | SendQuestion | ArriveQuestion | ResumeQuestion | LeaveQuestion;

/** Messages that were accepted, each of them received once and in order by all listeners of its channel. */
export interface SendResult {
  readonly accepted: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly deliveries: number;
  /** Milliseconds from a request to its answer. */
  readonly answerP50: number;
  readonly answerP99: number;
  /** Milliseconds from a request to the last listener of its channel. */
  readonly lastP50: number;
  readonly lastP99: number;
}

/** Milliseconds from the first question until every client has everything, and one client's messages as they came. */
export interface ResumeResult {
  readonly ms: number;
  readonly messages: readonly string[];
}
