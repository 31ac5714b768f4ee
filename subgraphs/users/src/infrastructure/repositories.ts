import type { Clock, RandomBytes } from '@veza/kernel';
import { uuidv7 } from '@veza/kernel';
import { postgresOutbox, type Transaction } from '@veza/postgres';
import type { UsersEvents } from '@veza/schema/events';
import type { UsersRepositories } from '../application/unit-of-work.ts';
import { postgresAccountRepository } from './postgres-account-repository.ts';
import { postgresMailQueue } from './postgres-mail-queue.ts';
import { postgresOneTimeTokenRepository } from './postgres-one-time-token-repository.ts';
import { postgresRefreshTokenRepository } from './postgres-refresh-token-repository.ts';
import { postgresRevocationRepository } from './postgres-revocation-repository.ts';
import { postgresRoleRepository } from './postgres-role-repository.ts';
import { postgresSessionRepository } from './postgres-session-repository.ts';
import { postgresSigningKeyRepository } from './postgres-signing-key-repository.ts';

/** Everything that one transaction of this subgraph may touch. */
export function repositories(
  tx: Transaction,
  { clock, random }: { readonly clock: Clock; readonly random: RandomBytes },
): UsersRepositories {
  return {
    accounts: postgresAccountRepository(tx),
    roles: postgresRoleRepository(tx),
    oneTimeTokens: postgresOneTimeTokenRepository(tx),
    sessions: postgresSessionRepository(tx),
    refreshTokens: postgresRefreshTokenRepository(tx),
    revocations: postgresRevocationRepository(tx, { clock, random }),
    signingKeys: postgresSigningKeyRepository(tx),
    mails: postgresMailQueue(tx),
    events: postgresOutbox<UsersEvents>(tx, { clock, newEventId: () => uuidv7(clock(), random) }),
  };
}
