import { err, ok, type Clock, type Result } from '@veza/kernel';
import type { NewAccount } from '../../domain/account.ts';
import type { UserId } from '../../domain/user.ts';
import { refused, type Problem, type Refusal } from '../refusal.ts';
import type { IssuedSession, IssueSession, StartSession } from '../session/issue-session.ts';
import type { Throttle } from '../throttle.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import type { CommonPasswords, PasswordHasher, TakenField } from './ports.ts';
import { readRegistration, type Registration } from './registration.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly passwords: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly throttle: Throttle;
  readonly startSession: StartSession;
  readonly issueSession: IssueSession;
  readonly newUserId: () => UserId;
  readonly newMailId: () => string;
  readonly clock: Clock;
}

/** Who joins, and from where. */
export interface SignUpCommand extends Registration {
  readonly address?: string | undefined;
}

export type SignUp = ReturnType<typeof signUp>;

const TAKEN: Readonly<Record<TakenField, Problem>> = {
  username: { code: 'USERNAME_TAKEN', message: 'This username, or one that looks like it, is taken.', path: ['username'] },
  email: { code: 'EMAIL_TAKEN', path: ['email'] },
};

/**
 * Opens an account and its first session, records `users.account-created.v1`, and asks for a mail that confirms the address.
 * A taken name or address is told, because the answer holds a session otherwise; the owner of a taken address gets a mail.
 * Fails with INVALID, USERNAME_TAKEN, EMAIL_TAKEN, PASSWORD_TOO_WEAK (several at once); RATE_LIMITED, OVERLOADED.
 */
export function signUp(dependencies: Dependencies) {
  const { unitOfWork, passwords, commonPasswords, throttle, newUserId, newMailId, clock } = dependencies;

  const mailOf = (kind: 'VERIFY_EMAIL' | 'ADDRESS_IN_USE', email: string) => ({ id: newMailId(), kind, email, requestedAt: clock() });

  const join = (account: NewAccount) =>
    unitOfWork(async (repositories) => {
      const taken = await repositories.accounts.create(account);
      if (taken.length > 0) return err(taken);
      const { id: userId, username, displayName } = account;
      await repositories.events.record('users.account-created.v1', userId, 1, { userId, username, displayName });
      await repositories.mails.add(mailOf('VERIFY_EMAIL', account.email));
      return ok(await dependencies.startSession(repositories, { userId }));
    });

  const tellOwner = (email: string) =>
    unitOfWork(async ({ mails }) => {
      await mails.add(mailOf('ADDRESS_IN_USE', email));
      return ok(undefined);
    });

  return async (command: SignUpCommand): Promise<Result<IssuedSession, Refusal>> => {
    const registration = readRegistration(command, commonPasswords);
    if (!registration.ok) return registration;
    const admitted = await throttle.takeForAddress('sign-up', command.address);
    if (!admitted.ok) return admitted;
    const { username, email, displayName, password } = registration.value;
    const passwordHash = await passwords.hash(password);
    if (!passwordHash.ok) return passwordHash;

    const joined = await join({
      id: newUserId(),
      username: username.name,
      usernameKey: username.key,
      email,
      passwordHash: passwordHash.value,
      displayName,
      bio: undefined,
      links: [],
      avatar: undefined,
      createdAt: clock(),
    });
    if (joined.ok) return ok(await dependencies.issueSession(joined.value));
    if (joined.error.includes('email')) await tellOwner(email);
    return err(refused(...joined.error.map((field) => TAKEN[field])));
  };
}
