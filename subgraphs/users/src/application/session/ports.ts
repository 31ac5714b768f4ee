import type { Revocation } from '@veza/auth';
import type { PageRequest } from '@veza/kernel';
import type { Session, SessionEndReason, SessionId } from '../../domain/session.ts';
import type { UserId } from '../../domain/user.ts';

/** Which sessions of an account. */
export interface SessionSelection {
  readonly userId: UserId;
  /** Only this one. */
  readonly only?: SessionId;
  /** All but this one. */
  readonly except?: SessionId;
}

/** A page of sessions by id; the bounds are exclusive. */
export interface SessionSlice {
  readonly direction: PageRequest['direction'];
  /** Rows at most. */
  readonly limit: number;
  /** Sessions older than this one. */
  readonly after: SessionId | undefined;
  /** Sessions newer than this one. */
  readonly before: SessionId | undefined;
}

/** Sessions. Live: neither ended nor expired. */
export interface SessionRepository {
  start(session: Session): Promise<void>;
  /** Live ones in the order of the ids; undefined for the others. */
  findLive(ids: readonly SessionId[], now: Date): Promise<readonly (Session | undefined)[]>;
  /** Live ones, newest first in direction `forward`, oldest first in direction `backward`. */
  listLive(userId: UserId, slice: SessionSlice, now: Date): Promise<readonly Session[]>;
  countLive(userId: UserId, now: Date): Promise<number>;
  /** Marks a live session as used and moves its end; undefined when it is no longer live. Holds its row until the transaction ends. */
  prolong(id: SessionId, lastSeenAt: Date, expiresAt: Date): Promise<Session | undefined>;
  /** Ends live sessions and answers which. */
  end(selection: SessionSelection, reason: SessionEndReason, at: Date): Promise<readonly SessionId[]>;
}

/** A refresh token as it is stored. */
export interface StoredRefreshToken {
  readonly sessionId: SessionId;
  readonly state: 'active' | 'rotated';
  readonly rotatedAt: Date | undefined;
  readonly retryKeyHash: Uint8Array | undefined;
  /** The successor, sealed under the token itself; undefined once the grace is over. */
  readonly sealedSuccessor: Uint8Array | undefined;
}

/** The first use of a refresh token. */
export interface Rotation {
  readonly at: Date;
  readonly retryKeyHash: Uint8Array | undefined;
  readonly sealedSuccessor: Uint8Array;
}

/** Refresh tokens by digest. */
export interface RefreshTokenRepository {
  add(token: { readonly hash: Uint8Array; readonly sessionId: SessionId; readonly generation: number }): Promise<void>;
  find(hash: Uint8Array): Promise<StoredRefreshToken | undefined>;
  /** Makes an active token rotated; undefined when it is not active (any more). One of several callers wins. */
  rotate(hash: Uint8Array, rotation: Rotation): Promise<{ readonly sessionId: SessionId; readonly generation: number } | undefined>;
}

/** Makes refresh tokens and keeps a successor readable for whoever holds the token before it. */
export interface RefreshTokens {
  create(): { readonly token: string; readonly hash: Uint8Array };
  /** Digest of what a client sent; undefined when it cannot be a token. */
  hashOf(token: string): Uint8Array | undefined;
  seal(successor: string, under: string): Uint8Array;
  /** @throws Error when it was sealed under another token */
  open(sealed: Uint8Array, under: string): string;
  /** Digest of an `Idempotency-Key`. */
  retryKeyHash(key: string): Uint8Array;
}

/** Durable revocations, read by every gateway within a second. */
export interface RevocationRepository {
  add(revocations: readonly Revocation[]): Promise<void>;
}

/** Tells gateways at once what they would find within a second. Lossy; called after the commit. */
export interface RevocationHints {
  announce(revocations: readonly Revocation[]): void;
}
