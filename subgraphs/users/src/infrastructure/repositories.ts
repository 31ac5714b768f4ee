import type { Clock, RandomBytes } from '@veza/kernel';
import { uuidv7 } from '@veza/kernel';
import { postgresOutbox, type Transaction } from '@veza/postgres';
import type { UsersEvents } from '@veza/schema/events';
import type { UsersRepositories } from '../application/unit-of-work.ts';
import { postgresAccountRepository } from './account/postgres-account-repository.ts';
import { postgresAvatarRepository } from './avatar/postgres-avatar-repository.ts';
import { postgresMailQueue } from './mail/postgres-mail-queue.ts';
import { postgresOneTimeTokenRepository } from './account/postgres-one-time-token-repository.ts';
import { postgresRefreshTokenRepository } from './session/postgres-refresh-token-repository.ts';
import { postgresRevocationRepository } from './session/postgres-revocation-repository.ts';
import { postgresRoleRepository } from './account/postgres-role-repository.ts';
import { postgresSessionRepository } from './session/postgres-session-repository.ts';
import { postgresSigningKeyRepository } from './keys/postgres-signing-key-repository.ts';

/** Everything that one transaction of this subgraph may touch. */
export function repositories(
  tx: Transaction,
  { clock, random }: { readonly clock: Clock; readonly random: RandomBytes },
): UsersRepositories {
  return {
    accounts: postgresAccountRepository(tx),
    avatars: postgresAvatarRepository(tx),
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
