import { ok, type Clock, type Result } from '@veza/kernel';
import { parseEmailAddress } from '../../domain/email-address.ts';
import type { RateLimited } from '../refusal.ts';
import type { Throttle } from '../throttle.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly throttle: Throttle;
  readonly newMailId: () => string;
  readonly clock: Clock;
}

export type RequestPasswordReset = ReturnType<typeof requestPasswordReset>;

/**
 * Asks for a mail to reset a password. Whether an account has the address is looked up later, beside the requests,
 * so that known and unknown addresses get the same answer after the same work. Fails with RATE_LIMITED.
 */
export function requestPasswordReset({ unitOfWork, throttle, newMailId, clock }: Dependencies) {
  return async (command: { readonly email: string; readonly address?: string | undefined }): Promise<Result<void, RateLimited>> => {
    const byAddress = await throttle.takeForAddress('password-reset', command.address);
    if (!byAddress.ok) return byAddress;
    const email = parseEmailAddress(command.email);
    if (email === undefined) return ok(undefined);
    const byMailbox = await throttle.take('password-reset', email.toLowerCase());
    if (!byMailbox.ok) return byMailbox;
    return unitOfWork(async ({ mails }) => {
      await mails.add({ id: newMailId(), kind: 'RESET_PASSWORD', email, requestedAt: clock() });
      return ok(undefined);
    });
  };
}
