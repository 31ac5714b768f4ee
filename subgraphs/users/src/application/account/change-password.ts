import { err, ok, type Clock, type Result } from '@veza/kernel';
import { refused, type Refusal } from '../refusal.ts';
import { endSessions } from '../session/end-sessions.ts';
import type { RevocationHints } from '../session/ports.ts';
import { requireSession, type SignedIn } from '../session/require-session.ts';
import { revocationsOf } from '../session/revoke-tokens.ts';
import type { SignInThrottle } from '../throttle.ts';
import type { UsersRepositories, UsersUnitOfWork } from '../unit-of-work.ts';
import { passwordProblem } from './password-problem.ts';
import type { CommonPasswords, PasswordHasher } from './ports.ts';

interface Dependencies {
  readonly reads: Pick<UsersRepositories, 'accounts' | 'sessions'>;
  readonly unitOfWork: UsersUnitOfWork;
  readonly passwords: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly signInThrottle: SignInThrottle;
  readonly revocationHints: RevocationHints;
  readonly clock: Clock;
}

/** The old and the new password of a signed-in person. */
export interface ChangePasswordCommand extends SignedIn {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly address?: string | undefined;
}

export type ChangePassword = ReturnType<typeof changePassword>;

const WRONG_PASSWORD = refused({ code: 'INVALID_CREDENTIALS', message: 'This is not the present password.', path: ['currentPassword'] });

/**
 * Changes the password and ends every other session of the account. Guessing the present password is slowed down like a sign-in.
 * Fails with INVALID_CREDENTIALS, PASSWORD_TOO_WEAK; UNAUTHENTICATED, RATE_LIMITED, OVERLOADED.
 */
export function changePassword(dependencies: Dependencies) {
  const { reads, unitOfWork, passwords, commonPasswords, signInThrottle, revocationHints, clock } = dependencies;

  const store = ({ userId, sessionId }: SignedIn, from: string, to: string) =>
    unitOfWork(async (repositories) => {
      const { accounts, revocations } = repositories;
      const current = await accounts.lock(userId);
      if (current?.passwordHash !== from) return err(WRONG_PASSWORD);
      const now = clock();
      await accounts.changePassword(userId, to);
      const ended = revocationsOf(await endSessions(repositories, { userId, except: sessionId }, 'PASSWORD', now), now);
      await revocations.add(ended);
      return ok(ended);
    });

  return async (command: ChangePasswordCommand): Promise<Result<void, Refusal>> => {
    const signedIn = await requireSession(reads, command, clock);
    if (!signedIn.ok) return signedIn;
    const attempt = { identifier: command.userId, address: command.address };
    const admitted = await signInThrottle.admit(attempt);
    if (!admitted.ok) return admitted;
    const checked = await passwords.verify(command.currentPassword, signedIn.value.passwordHash);
    if (!checked.ok) return checked;
    if (!checked.value.matches) return err(WRONG_PASSWORD);
    await signInThrottle.succeeded(attempt);
    const problem = passwordProblem({ value: command.newPassword, path: 'newPassword' }, signedIn.value, commonPasswords);
    if (problem) return err(refused(problem));
    const passwordHash = await passwords.hash(command.newPassword);
    if (!passwordHash.ok) return passwordHash;

    const stored = await store(command, signedIn.value.passwordHash, passwordHash.value);
    if (!stored.ok) return stored;
    revocationHints.announce(stored.value);
    return ok(undefined);
  };
}
