import type { GraphQLFormattedError } from 'graphql';
import type { SharedEvent } from './shared-event.ts';

/** Where a group writes to one client. A transport makes one for each subscription; after `complete`, `fail` or `giveUp` nothing follows. */
export interface EventSink {
  /** Whether the client takes more just now. What is written without room is kept in memory for it. */
  hasRoom(): boolean;
  /** Calls back once, when there is room again; not at all when the client goes. */
  whenRoom(listener: () => void): void;
  event(event: SharedEvent): void;
  /** Several events follow: they may leave together. `flush` comes before anything else happens. */
  cork(): void;
  flush(): void;
  /** The stream is over. */
  complete(): void;
  /** The stream is refused, or ends with errors; they are masked. */
  fail(errors: readonly GraphQLFormattedError[]): void;
  /** The client is too slow to go on, and nothing can bring back what it has missed: it has to come again. */
  giveUp(): void;
}
