import { availableParallelism } from 'node:os';
import { uuidv7 } from '@veza/kernel';
import { outboxRelay, postgresUnitOfWork } from '@veza/postgres';
import type { UsersDependencies } from './dependencies.ts';
import { aesGcmKeySeal } from './infrastructure/keys/aes-gcm-key-seal.ts';
import { argon2PasswordHasher } from './infrastructure/account/argon2-password-hasher.ts';
import { postgresAvatarDirectory } from './infrastructure/avatar/postgres-avatar-directory.ts';
import { blind } from './infrastructure/blind.ts';
import { commonPasswordList } from './infrastructure/account/common-password-list.ts';
import { eventBusRevocationHints } from './infrastructure/session/event-bus-revocation-hints.ts';
import { keyValueSignInThrottle } from './infrastructure/throttle/key-value-sign-in-throttle.ts';
import { postgresAccountRepository } from './infrastructure/account/postgres-account-repository.ts';
import { postgresOneTimeTokenRepository } from './infrastructure/account/postgres-one-time-token-repository.ts';
import { postgresRefreshTokenRepository } from './infrastructure/session/postgres-refresh-token-repository.ts';
import { postgresRevocationRepository } from './infrastructure/session/postgres-revocation-repository.ts';
import { postgresRoleRepository } from './infrastructure/account/postgres-role-repository.ts';
import { postgresSessionRepository } from './infrastructure/session/postgres-session-repository.ts';
import { postgresSessionSweeper } from './infrastructure/session/postgres-session-sweeper.ts';
import { postgresSigningKeyRepository } from './infrastructure/keys/postgres-signing-key-repository.ts';
import { rateLimiterThrottle } from './infrastructure/throttle/rate-limiter-throttle.ts';
import { repositories } from './infrastructure/repositories.ts';
import { refreshTokens, secretTokens } from './infrastructure/secret-tokens.ts';
import { DEFAULT_USERS_LIMITS } from './infrastructure/throttle/users-limits.ts';

/** Password hashes that wait for a free slot; more are refused. */
const WAITING_HASHES = 50;

export type UsersAdapters = ReturnType<typeof usersAdapters>;

/** Every port of the use cases with what stands behind it. */
export function usersAdapters(dependencies: UsersDependencies) {
  const { database, eventLog, rateLimiter, keyValue, clock, random, log, newId } = dependencies;
  const { limits = DEFAULT_USERS_LIMITS } = dependencies;
  const relay = outboxRelay({ database, eventLog, subgraph: 'users', log });
  const blinded = blind(dependencies.keyEncryptionKey);
  return {
    relay,
    clock,
    log,
    unitOfWork: postgresUnitOfWork(database, (tx) => repositories(tx, { clock, random }), { onCommit: () => relay.wake() }),
    /** Reads outside a transaction. */
    reads: {
      accounts: postgresAccountRepository(database),
      roles: postgresRoleRepository(database),
      oneTimeTokens: postgresOneTimeTokenRepository(database),
      sessions: postgresSessionRepository(database),
      refreshTokens: postgresRefreshTokenRepository(database),
      revocations: postgresRevocationRepository(database, { clock, random }),
      signingKeys: postgresSigningKeyRepository(database),
    },
    avatarDirectory: postgresAvatarDirectory({ database, tracks: dependencies.tracks, clock }),
    sweep: postgresSessionSweeper(database, clock),
    passwords: argon2PasswordHasher({
      peppers: dependencies.passwordPeppers,
      bounds: { running: 2 * availableParallelism(), waiting: WAITING_HASHES },
    }),
    commonPasswords: commonPasswordList(),
    keySeal: aesGcmKeySeal(dependencies.keyEncryptionKey, random),
    refreshTokens: refreshTokens(random),
    secretTokens: secretTokens('vzm1.', random),
    revocationHints: eventBusRevocationHints(dependencies.eventBus),
    mail: dependencies.mail,
    throttle: rateLimiterThrottle({ rateLimiter, limits, blind: blinded, exemptsLoopback: dependencies.environment === 'development' }),
    signInThrottle: keyValueSignInThrottle({ keyValue, rateLimiter, knownDevice: limits.knownDevice, blind: blinded, clock }),
    newUserId: () => newId('user'),
    newSessionId: () => newId('session'),
    newMailId: () => uuidv7(clock(), random),
    newTokenId: () => Buffer.from(random(16)).toString('base64url'),
  };
}
