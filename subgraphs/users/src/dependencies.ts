import type { EntityLookup } from '@veza/graphql';
import type { Clock, NewId, RandomBytes } from '@veza/kernel';
import type { KeyValue, RateLimiter } from '@veza/key-value';
import type { EventBus, EventLog } from '@veza/messaging';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import type { Mail } from './application/mail/ports.ts';
import type { Pepper } from './infrastructure/account/argon2-password-hasher.ts';
import type { UsersLimits } from './infrastructure/throttle/users-limits.ts';

/** What the subgraph stands on. */
export interface UsersDependencies {
  /** Opened on the schema `users`. */
  readonly database: Database;
  readonly eventLog: EventLog;
  readonly eventBus: EventBus;
  readonly keyValue: KeyValue;
  readonly rateLimiter: RateLimiter;
  readonly mail: Mail;
  /** Tells of uploads that no event told of yet. */
  readonly tracks: EntityLookup;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly log: Log;
  /** `VEZA_PUBLIC_URL` without a slash at its end: issuer of access tokens, beginning of links in mails. */
  readonly publicUrl: string;
  /** Where `/i` is reached from outside, without a slash at its end. */
  readonly mediaUrl: string;
  /** In development, limits by network address pass over this machine's own. */
  readonly environment: 'development' | 'production' | 'test';
  readonly cursorSecret: Uint8Array;
  /** 32 bytes; private signing keys are encrypted with it. Another one makes the stored keys unreadable. */
  readonly keyEncryptionKey: Uint8Array;
  /** The first one is used for new passwords, the others are still understood. */
  readonly passwordPeppers: readonly [Pepper, ...Pepper[]];
  /** Default: `DEFAULT_USERS_LIMITS`. */
  readonly limits?: UsersLimits;
}
