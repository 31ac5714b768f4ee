import { err, ok, type Result } from '@veza/kernel';
import type { Account } from '../../domain/account.ts';
import { parseEmailAddress } from '../../domain/email-address.ts';
import { parseName } from '../../domain/name-text.ts';
import { normaliseUsername } from '../../domain/username.ts';
import type { AccountRepository, PasswordHasher } from '../account/ports.ts';
import { refused, type Refusal } from '../refusal.ts';
import type { SignInThrottle, Throttle } from '../throttle.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import type { IssuedSession, IssueSession, StartSession } from './issue-session.ts';

interface Dependencies {
  readonly accounts: AccountRepository;
  readonly unitOfWork: UsersUnitOfWork;
  readonly passwords: PasswordHasher;
  readonly throttle: Throttle;
  readonly signInThrottle: SignInThrottle;
  readonly startSession: StartSession;
  readonly issueSession: IssueSession;
}

/** Who signs in, and from where. */
export interface SignInCommand {
  /** Username or e-mail address. */
  readonly identifier: string;
  readonly password: string;
  readonly totpCode?: string | undefined;
  readonly deviceName?: string | undefined;
  readonly address?: string | undefined;
}

export type SignIn = ReturnType<typeof signIn>;

const INVALID_CREDENTIALS = refused({ code: 'INVALID_CREDENTIALS' });

/** What stands against a sign-in although the password is right. */
function objection(account: Account, totpCode: string | undefined): Refusal | undefined {
  if (totpCode !== undefined) return refused({ code: 'TOTP_INVALID', path: ['totpCode'] });
  return account.status === 'SUSPENDED' ? refused({ code: 'ACCOUNT_SUSPENDED' }) : undefined;
}

/**
 * Opens a session for whoever knows the password. An unknown identifier is answered like a wrong password, after the same work;
 * a second factor and a suspension are told only after a right password.
 * Fails with INVALID_CREDENTIALS, TOTP_INVALID, ACCOUNT_SUSPENDED, INVALID; RATE_LIMITED, OVERLOADED.
 */
export function signIn(dependencies: Dependencies) {
  const { accounts, unitOfWork, passwords, throttle, signInThrottle } = dependencies;

  const findAccount = async (identifier: string): Promise<Account | undefined> => {
    if (!identifier.includes('@')) return accounts.findByUsername(normaliseUsername(identifier));
    const email = parseEmailAddress(identifier);
    return email === undefined ? undefined : accounts.findByEmail(email);
  };

  const admit = async (attempt: { readonly identifier: string; readonly address: string | undefined }) => {
    const byAddress = await throttle.takeForAddress('sign-in', attempt.address);
    return byAddress.ok ? signInThrottle.admit(attempt) : byAddress;
  };

  /** The account with a hash as hashes are made now. */
  const rehashed = async (account: Account, password: string): Promise<Account> => {
    const hash = await passwords.hash(password);
    if (!hash.ok) return account;
    await accounts.rehashPassword(account.id, account.passwordHash, hash.value);
    return { ...account, passwordHash: hash.value };
  };

  /** The account of whoever knows its password; unknown identifiers are found wanting at the same place and cost. */
  const authenticate = async (command: SignInCommand): Promise<Result<Account, Refusal>> => {
    const attempt = { identifier: normaliseUsername(command.identifier), address: command.address };
    const admitted = await admit(attempt);
    if (!admitted.ok) return admitted;
    const account = await findAccount(command.identifier);
    const checked = await passwords.verify(command.password, account?.passwordHash);
    if (!checked.ok) return checked;
    if (!account || !checked.value.matches) return err(INVALID_CREDENTIALS);
    await signInThrottle.succeeded(attempt);
    return checked.value.isOutdated ? ok(await rehashed(account, command.password)) : ok(account);
  };

  /** The password may have been changed while it was checked; then it is no longer right. */
  const open = ({ id, passwordHash }: Account, deviceName: string | undefined) =>
    unitOfWork(async (repositories) => {
      const current = await repositories.accounts.lock(id);
      if (current?.passwordHash !== passwordHash) return err(INVALID_CREDENTIALS);
      return ok(await dependencies.startSession(repositories, { userId: id, deviceName }));
    });

  return async (command: SignInCommand): Promise<Result<IssuedSession, Refusal>> => {
    const deviceName = command.deviceName === undefined ? undefined : parseName(command.deviceName);
    if (command.deviceName !== undefined && deviceName === undefined) return err(refused({ code: 'INVALID', path: ['deviceName'] }));
    const account = await authenticate(command);
    if (!account.ok) return account;
    const against = objection(account.value, command.totpCode);
    if (against) return err(against);
    const opened = await open(account.value, deviceName);
    return opened.ok ? ok(await dependencies.issueSession(opened.value)) : opened;
  };
}
