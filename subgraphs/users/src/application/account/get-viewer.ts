import type { Clock, Result } from '@veza/kernel';
import type { Account } from '../../domain/account.ts';
import type { Unauthenticated } from '../refusal.ts';
import { requireSession, type SignedIn } from '../session/require-session.ts';
import type { UsersRepositories } from '../unit-of-work.ts';

export type GetViewer = (caller: SignedIn) => Promise<Result<Account, Unauthenticated>>;

/** The caller's own account. Fails with UNAUTHENTICATED when the session has ended or the account is not active. */
export function getViewer(reads: Pick<UsersRepositories, 'accounts' | 'sessions'>, clock: Clock): GetViewer {
  return (caller) => requireSession(reads, caller, clock);
}
