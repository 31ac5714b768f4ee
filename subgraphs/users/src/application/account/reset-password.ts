import { err, ok, type Clock, type Result } from '@veza/kernel';
import { refused, type Refusal } from '../refusal.ts';
import { endSessions } from '../session/end-sessions.ts';
import type { RevocationHints } from '../session/ports.ts';
import { revocationBefore } from '../session/revoke-tokens.ts';
import type { UsersRepositories, UsersUnitOfWork } from '../unit-of-work.ts';
import { passwordProblem } from './password-problem.ts';
import type { CommonPasswords, PasswordHasher, SecretTokens } from './ports.ts';

interface Dependencies {
  readonly reads: Pick<UsersRepositories, 'accounts' | 'oneTimeTokens'>;
  readonly unitOfWork: UsersUnitOfWork;
  readonly passwords: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly secretTokens: SecretTokens;
  readonly revocationHints: RevocationHints;
  readonly clock: Clock;
}

export type ResetPassword = ReturnType<typeof resetPassword>;

const INVALID_TOKEN = refused({ code: 'INVALID_TOKEN', path: ['token'] });

/**
 * Sets a new password for whoever holds the token of a mail, once, and ends every session of the account.
 * A password that is too weak leaves the token unused. Fails with INVALID_TOKEN, PASSWORD_TOO_WEAK; OVERLOADED.
 */
export function resetPassword(dependencies: Dependencies) {
  const { reads, unitOfWork, passwords, commonPasswords, secretTokens, revocationHints, clock } = dependencies;

  const store = (hash: Uint8Array, passwordHash: string) =>
    unitOfWork(async (repositories) => {
      const { accounts, oneTimeTokens, revocations } = repositories;
      const now = clock();
      const used = await oneTimeTokens.use(hash, 'RESET_PASSWORD', now);
      if (!used) return err(INVALID_TOKEN);
      const authVersion = await accounts.changePassword(used.userId, passwordHash);
      await endSessions(repositories, { userId: used.userId }, 'PASSWORD', now);
      const revocation = revocationBefore(used.userId, authVersion, now);
      await revocations.add([revocation]);
      return ok(revocation);
    });

  return async (command: { readonly token: string; readonly newPassword: string }): Promise<Result<void, Refusal>> => {
    const hash = secretTokens.hashOf(command.token);
    const token = hash && (await reads.oneTimeTokens.find(hash, 'RESET_PASSWORD', clock()));
    const account = token && (await reads.accounts.find(token.userId));
    if (!hash || !account) return err(INVALID_TOKEN);
    const problem = passwordProblem({ value: command.newPassword, path: 'newPassword' }, account, commonPasswords);
    if (problem) return err(refused(problem));
    const passwordHash = await passwords.hash(command.newPassword);
    if (!passwordHash.ok) return passwordHash;

    const stored = await store(hash, passwordHash.value);
    if (!stored.ok) return stored;
    revocationHints.announce([stored.value]);
    return ok(undefined);
  };
}
