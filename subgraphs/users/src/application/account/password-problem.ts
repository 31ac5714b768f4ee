import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, passwordFault, type PasswordFault } from '../../domain/password.ts';
import type { Problem } from '../refusal.ts';
import type { CommonPasswords } from './ports.ts';

const MESSAGES: Readonly<Record<PasswordFault, string>> = {
  'too short': `A password has at least ${MIN_PASSWORD_LENGTH} characters; 15 or more are advised.`,
  'too long': `A password has at most ${MAX_PASSWORD_LENGTH} characters.`,
  common: 'This password is among the most common ones.',
  'contains a name': 'A password must not contain the username, the e-mail name or "veza".',
};

/** What is wrong with a new password, as a problem of the input field that held it; undefined when it will do. */
export function passwordProblem(
  password: { readonly value: string; readonly path: string },
  owner: { readonly username: string; readonly email: string },
  commonPasswords: CommonPasswords,
): Problem | undefined {
  const fault = passwordFault(password.value, { ...owner, isCommon: (folded) => commonPasswords.has(folded) });
  return fault && { code: 'PASSWORD_TOO_WEAK', message: MESSAGES[fault], path: [password.path] };
}
