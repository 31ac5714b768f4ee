import { err, ok, type Clock, type Result } from '@veza/kernel';
import type { Account } from '../../domain/account.ts';
import type { SessionId } from '../../domain/session.ts';
import type { UserId } from '../../domain/user.ts';
import type { Unauthenticated } from '../refusal.ts';
import type { UsersRepositories } from '../unit-of-work.ts';

/** A signed-in person, as their token says. */
export interface SignedIn {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/**
 * The account behind a token, after a look at what holds now: a token outlives the end of its session by up to a second.
 * Fails with UNAUTHENTICATED when the session has ended or the account is not active.
 */
export async function requireSession(
  { accounts, sessions }: Pick<UsersRepositories, 'accounts' | 'sessions'>,
  { userId, sessionId }: SignedIn,
  clock: Clock,
): Promise<Result<Account, Unauthenticated>> {
  const [[session], account] = await Promise.all([sessions.findLive([sessionId], clock()), accounts.find(userId)]);
  const isGood = session?.userId === userId && account?.status === 'ACTIVE';
  return isGood ? ok(account) : err({ code: 'UNAUTHENTICATED' });
}
