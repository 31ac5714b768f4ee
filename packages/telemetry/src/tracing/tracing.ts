/** Bounded facts about a piece of work: names, ids, counts, codes. Never content, variables, tokens or addresses. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** A piece of work that is being timed. */
export interface Span {
  readonly traceId: string;
  /** The header `traceparent` for work that is part of this one, here or elsewhere. */
  readonly traceparent: string;
  note(facts: SpanFacts): void;
  /** Ends it, once. @param failure what went wrong, as a code; absent when nothing did */
  end(failure?: string): void;
}

/** How a span begins. */
export interface SpanStart {
  /** `server`: asked for from outside; `client`: asks somebody else; `internal`: neither. */
  readonly kind: 'server' | 'client' | 'internal';
  /** The `traceparent` of the work that this is part of. Without one, or with one that makes no sense, a trace begins here. */
  readonly parent?: string | undefined;
  readonly facts?: SpanFacts;
}

/** Port for traces. Where there is none, nothing is timed and nothing is paid for it. */
export interface Tracing {
  start(name: string, start: SpanStart): Span;
  /** Sends what is not sent yet, or drops it after a second. */
  close(): Promise<void>;
}
