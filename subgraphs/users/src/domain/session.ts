import type { Id } from '@veza/kernel';
import type { UserId } from './user.ts';

/** Id of a session. */
export type SessionId = Id<'session'>;

/** How a person proved who they are. @see RFC 8176 */
export type ProofMethod = 'pwd';

/** Why a session ended. */
export type SessionEndReason = 'SIGN_OUT' | 'REVOKED' | 'REUSE' | 'PASSWORD' | 'EXPIRED';

/** A device on which somebody is signed in: one family of refresh tokens. */
export interface Session {
  readonly id: SessionId;
  readonly userId: UserId;
  /** As the person or the app called the device; undefined when nobody did. */
  readonly deviceName: string | undefined;
  readonly methods: readonly ProofMethod[];
  /** Last proof by password. */
  readonly authTime: Date;
  readonly createdAt: Date;
  /** Last sign-in or refresh. */
  readonly lastSeenAt: Date;
  /** From here on its refresh token is refused. */
  readonly expiresAt: Date;
}

const DAY_MS = 86_400_000;
/** A session that is not refreshed for this long ends. */
export const SESSION_IDLE_MS = 30 * DAY_MS;
/** A session ends after this long in any case. */
export const SESSION_ABSOLUTE_MS = 180 * DAY_MS;

/** When a session ends that was used just now. */
export function sessionExpiry(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + SESSION_IDLE_MS, createdAt.getTime() + SESSION_ABSOLUTE_MS));
}
