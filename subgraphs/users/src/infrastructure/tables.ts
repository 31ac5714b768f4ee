import { bigintNumber, bytes, citext, instant, typeId } from '@veza/postgres';
import { integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { AccountStatus } from '../domain/account.ts';
import type { ProofMethod, SessionEndReason } from '../domain/session.ts';
import type { SigningKeyState } from '../domain/signing-key-rotation.ts';
import type { StaffRole } from '../domain/staff-role.ts';
import type { TokenPurpose } from '../application/account/ports.ts';
import type { PublicJwk } from '../application/keys/ports.ts';
import type { MailKind } from '../application/mail/ports.ts';

/** Columns of `0001_accounts.sql`; constraints and indexes stand there. */
export const accounts = pgTable('account', {
  id: typeId('user').primaryKey(),
  username: text().notNull(),
  usernameKey: text().notNull(),
  email: citext().notNull(),
  emailVerifiedAt: instant(),
  status: text().$type<AccountStatus>().notNull().default('ACTIVE'),
  authVersion: integer().notNull().default(1),
  passwordHash: text().notNull(),
  displayName: text().notNull(),
  bio: text(),
  links: text().array().notNull().default([]),
  avatarUploadId: typeId('upload'),
  avatarImageId: text(),
  revision: bigintNumber().notNull().default(1),
  createdAt: instant().notNull(),
});

/** Columns of `0004_avatars.sql`. */
export const knownAvatars = pgTable('known_avatar', {
  uploadId: typeId('upload').primaryKey(),
  ownerId: typeId('user').notNull(),
  imageId: text().notNull(),
  knownAt: instant().notNull(),
  usedAt: instant(),
});

export const roleGrants = pgTable('role_grant', {
  userId: typeId('user').notNull(),
  role: text().$type<StaffRole>().notNull(),
  grantedAt: instant().notNull(),
});

export const oneTimeTokens = pgTable('one_time_token', {
  tokenHash: bytes().primaryKey(),
  userId: typeId('user').notNull(),
  purpose: text().$type<TokenPurpose>().notNull(),
  email: citext().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

export const mailRequests = pgTable('mail_request', {
  id: uuid().primaryKey(),
  kind: text().$type<MailKind>().notNull(),
  email: citext().notNull(),
  requestedAt: instant().notNull(),
  attempts: smallint().notNull().default(0),
  dueAt: instant().notNull(),
});

/** Columns of `0002_sessions.sql`. */
export const sessions = pgTable('session', {
  id: typeId('session').primaryKey(),
  userId: typeId('user').notNull(),
  deviceName: text(),
  amr: text().array().$type<ProofMethod[]>().notNull(),
  authTime: instant().notNull(),
  createdAt: instant().notNull(),
  lastSeenAt: instant().notNull(),
  expiresAt: instant().notNull(),
  endedAt: instant(),
  endReason: text().$type<SessionEndReason>(),
});

export const refreshTokens = pgTable('refresh_token', {
  tokenHash: bytes().primaryKey(),
  sessionId: typeId('session').notNull(),
  generation: integer().notNull(),
  state: text().$type<'active' | 'rotated'>().notNull(),
  retryKeyHash: bytes(),
  successorCt: bytes(),
  rotatedAt: instant(),
});

export const revocations = pgTable('revocation', {
  id: uuid().primaryKey(),
  kind: text().$type<'session' | 'user'>().notNull(),
  subject: uuid().notNull(),
  minAuthVersion: integer(),
  notBefore: instant().notNull(),
  expiresAt: instant().notNull(),
});

/** Columns of `0003_signing_keys.sql`. */
export const signingKeys = pgTable('signing_key', {
  kid: text().primaryKey(),
  state: text().$type<SigningKeyState>().notNull(),
  publicJwk: jsonb().$type<PublicJwk>().notNull(),
  privateCt: bytes(),
  stateSince: instant().notNull(),
});
