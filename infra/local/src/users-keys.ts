import type { UsersDependencies } from '@veza/users';
import type { Secrets } from './secrets.ts';

/** Passwords hashed with this pepper say so by its name, so that a later one can take over. */
const PEPPER_ID = 'p1';

/** The secrets of an installation as users takes them. */
export function usersKeys({
  kek,
  cursor,
  pepper,
}: Secrets): Pick<UsersDependencies, 'keyEncryptionKey' | 'cursorSecret' | 'passwordPeppers'> {
  return { keyEncryptionKey: kek, cursorSecret: cursor, passwordPeppers: [{ id: PEPPER_ID, key: pepper }] };
}
