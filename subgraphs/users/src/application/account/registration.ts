import { err, ok, type Result } from '@veza/kernel';
import { parseEmailAddress } from '../../domain/email-address.ts';
import { parseName } from '../../domain/name-text.ts';
import { parseUsername, type Username, type UsernameFault } from '../../domain/username.ts';
import { refused, type Problem, type Refused } from '../refusal.ts';
import { passwordProblem } from './password-problem.ts';
import type { CommonPasswords } from './ports.ts';

/** What somebody types to join. */
export interface Registration {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  /** The username when left out. */
  readonly displayName?: string | undefined;
}

/** A registration in the form in which it is kept. */
export interface AcceptedRegistration {
  readonly username: Username;
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
}

const USERNAME_PROBLEMS: Readonly<Record<UsernameFault, Problem>> = {
  malformed: {
    code: 'INVALID',
    message: 'A username has 3 to 32 of the characters a-z, 0-9, "_" and ".", one of them a letter or digit.',
    path: ['username'],
  },
  reserved: { code: 'USERNAME_TAKEN', message: 'This username is not available.', path: ['username'] },
};
const EMAIL_PROBLEM: Problem = { code: 'INVALID', message: 'This is not an e-mail address.', path: ['email'] };
const NAME_PROBLEM: Problem = { code: 'INVALID', message: 'A display name has 1 to 100 characters on one line.', path: ['displayName'] };

const nameOf = (given: Registration, username: Result<Username, UsernameFault>) => (username.ok ? username.value.name : given.username);

const displayNameOf = (given: Registration, username: Result<Username, UsernameFault>) =>
  given.displayName === undefined ? nameOf(given, username) : parseName(given.displayName);

function weaknessOf(given: Registration, username: Result<Username, UsernameFault>, commonPasswords: CommonPasswords): Problem | undefined {
  const owner = { username: nameOf(given, username), email: given.email };
  return passwordProblem({ value: given.password, path: 'password' }, owner, commonPasswords);
}

/** The registration in its kept form, or everything that stands against it, field by field. */
export function readRegistration(given: Registration, commonPasswords: CommonPasswords): Result<AcceptedRegistration, Refused> {
  const username = parseUsername(given.username);
  const email = parseEmailAddress(given.email);
  const displayName = displayNameOf(given, username);
  const weakness = weaknessOf(given, username, commonPasswords);

  if (username.ok && email !== undefined && displayName !== undefined && !weakness) {
    return ok({ username: username.value, email, displayName, password: given.password });
  }
  const problems = [
    username.ok ? undefined : USERNAME_PROBLEMS[username.error],
    email === undefined && EMAIL_PROBLEM,
    weakness,
    displayName === undefined && NAME_PROBLEM,
  ];
  return err(refused(...problems.filter((problem) => typeof problem === 'object')));
}
