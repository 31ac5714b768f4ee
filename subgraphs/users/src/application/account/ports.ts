import type { Result } from '@veza/kernel';
import type { Account, NewAccount } from '../../domain/account.ts';
import type { StaffRole } from '../../domain/staff-role.ts';
import type { User, UserId } from '../../domain/user.ts';
import type { Overloaded } from '../refusal.ts';

/** What of a new account is taken already. */
export type TakenField = 'username' | 'email';

/** Accounts and the profiles on them. */
export interface AccountRepository {
  /** Writes the account unless its username key or address is taken; answers what is taken, nothing when it was written. */
  create(account: NewAccount): Promise<readonly TakenField[]>;
  find(id: UserId): Promise<Account | undefined>;
  /** By address without regard to case. */
  findByEmail(email: string): Promise<Account | undefined>;
  /** By the normalised username. */
  findByUsername(username: string): Promise<Account | undefined>;
  /** Like `find`, and nobody else changes the account until the transaction ends. */
  lock(id: UserId): Promise<Account | undefined>;
  /** Sets the password and raises the authentication version. Answers the new version. */
  changePassword(id: UserId, passwordHash: string): Promise<number>;
  /** Raises the authentication version and answers it. */
  raiseAuthVersion(id: UserId): Promise<number>;
  /** Replaces the hash of the same password, unless it was changed meanwhile. */
  rehashPassword(id: UserId, from: string, to: string): Promise<void>;
  markEmailVerified(id: UserId, at: Date): Promise<void>;
  /** People in the order of the ids; undefined for absent ones. */
  findUsers(ids: readonly UserId[]): Promise<readonly (User | undefined)[]>;
  findUserByUsername(username: string): Promise<User | undefined>;
  /** Like `findUsers` for one, and nobody else changes the account until the transaction ends. */
  lockUser(id: UserId): Promise<User | undefined>;
  /** Writes display name, bio, links and picture, and answers the account's new revision. */
  saveProfile(user: User): Promise<number>;
}

/** Who has which role. */
export interface RoleRepository {
  /** Roles of an account, in the order in which they were granted. */
  list(id: UserId): Promise<readonly StaffRole[]>;
  /** Answers whether it was news. */
  grant(id: UserId, role: StaffRole, at: Date): Promise<boolean>;
}

/** What a token in a mail is good for. */
export type TokenPurpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD';

/** A token of a mail, without the token. */
export interface OneTimeToken {
  readonly hash: Uint8Array;
  readonly userId: UserId;
  readonly purpose: TokenPurpose;
  /** The address to which it was sent; it is void once the account has another one. */
  readonly email: string;
  readonly expiresAt: Date;
}

/** Tokens in mails. */
export interface OneTimeTokenRepository {
  /** Adds a token and voids the unused one that the account had for the purpose. */
  replace(token: OneTimeToken): Promise<void>;
  /** The unused, unexpired token whose address is still the account's. */
  find(hash: Uint8Array, purpose: TokenPurpose, now: Date): Promise<OneTimeToken | undefined>;
  /** Like `find`, and marks it used; only one caller gets it. */
  use(hash: Uint8Array, purpose: TokenPurpose, now: Date): Promise<OneTimeToken | undefined>;
}

/** Makes tokens of 256 random bits and their digests. */
export interface SecretTokens {
  create(): { readonly token: string; readonly hash: Uint8Array };
  /** Digest of what a client sent; undefined when it cannot be a token. */
  hashOf(token: string): Uint8Array | undefined;
}

/** What a check of a password found. */
export interface PasswordCheck {
  readonly matches: boolean;
  /** The hash was made with older parameters or an older pepper. */
  readonly isOutdated: boolean;
}

/** Slow hashing of passwords. Refuses instead of queueing without end. */
export interface PasswordHasher {
  hash(password: string): Promise<Result<string, Overloaded>>;
  /** Without a hash it does the same work and does not match, so that an unknown account takes as long as a known one. */
  verify(password: string, hash: string | undefined): Promise<Result<PasswordCheck, Overloaded>>;
}

/** The most common passwords. */
export interface CommonPasswords {
  has(lowerCasePassword: string): boolean;
}
