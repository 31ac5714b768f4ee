import { err, ok, type Clock, type Result } from '@veza/kernel';
import type { Account } from '../../domain/account.ts';
import { refused, type Refused } from '../refusal.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import type { SecretTokens } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly secretTokens: SecretTokens;
  readonly clock: Clock;
}

export type VerifyEmail = ReturnType<typeof verifyEmail>;

/** Confirms the address to which the token was sent, once, and answers the account. Fails with INVALID_TOKEN. */
export function verifyEmail({ unitOfWork, secretTokens, clock }: Dependencies) {
  return async (token: string): Promise<Result<Account, Refused>> => {
    const hash = secretTokens.hashOf(token);
    return unitOfWork(async ({ accounts, oneTimeTokens }) => {
      const now = clock();
      const used = hash && (await oneTimeTokens.use(hash, 'VERIFY_EMAIL', now));
      if (used) await accounts.markEmailVerified(used.userId, now);
      const account = used && (await accounts.find(used.userId));
      return account ? ok(account) : err(refused({ code: 'INVALID_TOKEN', path: ['token'] }));
    });
  };
}
