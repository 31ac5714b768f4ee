import type { EntityLookup } from '@veza/graphql';
import type { Clock, NewId, RandomBytes } from '@veza/kernel';
import type { KeyValue, RateLimiter } from '@veza/key-value';
import type { MediaSigningKeys } from '@veza/media-token';
import type { EventBus, EventLog } from '@veza/messaging';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import type { ChatLimits, ChatRates } from './domain/limits.ts';

/** What chat runs on. */
export interface ChatDependencies {
  /** Schema `chat`. */
  readonly database: Database;
  readonly eventLog: EventLog;
  readonly eventBus: EventBus;
  readonly rateLimiter: RateLimiter;
  /** Holds who is connected and who types; losing it loses nothing else. */
  readonly keyValue: KeyValue;
  /** The users subgraph, asked for people that no event told of yet. */
  readonly users: EntityLookup;
  /** Where the platform is reached from outside, without a slash at the end: the address of webhooks. */
  readonly publicUrl: string;
  /** Where pictures are reached from outside, without a slash at the end. */
  readonly mediaUrl: string;
  /** What the addresses of attachments are signed with; tracks hands it out. */
  readonly attachmentKeys: MediaSigningKeys;
  /** The tracks subgraph, asked for tracks and uploads that no event told of yet. */
  readonly tracks: EntityLookup;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  /** Key of the cursors' checksums; the same on every node and after every restart. */
  readonly cursorSecret: Uint8Array;
  readonly log: Log;
  readonly limits?: Partial<ChatLimits>;
  readonly rates?: Partial<ChatRates>;
}
