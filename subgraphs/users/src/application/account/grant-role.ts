import type { Revocation } from '@veza/auth';
import { err, ok, type Clock, type Result } from '@veza/kernel';
import type { StaffRole } from '../../domain/staff-role.ts';
import type { UserId } from '../../domain/user.ts';
import { normaliseUsername } from '../../domain/username.ts';
import type { RevocationHints } from '../session/ports.ts';
import { revocationBefore } from '../session/revoke-tokens.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly revocationHints: RevocationHints;
  readonly clock: Clock;
}

/** Nobody has the username. */
export interface NoSuchUser {
  readonly code: 'NOT_FOUND';
}

/** The account and whether the role is news to it. */
export interface GrantedRole {
  readonly userId: UserId;
  readonly isNew: boolean;
}

/** What was granted and which tokens are refused for it. */
interface Granted extends GrantedRole {
  readonly revoked: readonly Revocation[];
}

export type GrantRole = ReturnType<typeof grantRole>;

/**
 * Gives an account a role of the house; for the operator's command line, where nobody is signed in.
 * Tokens of before are refused, so that the next refresh brings the new scopes. A role that the account has already changes nothing.
 * Fails with NOT_FOUND.
 */
export function grantRole({ unitOfWork, revocationHints, clock }: Dependencies) {
  return async (command: { readonly username: string; readonly role: StaffRole }): Promise<Result<GrantedRole, NoSuchUser>> => {
    const granted = await unitOfWork(async ({ accounts, roles, revocations }): Promise<Result<Granted, NoSuchUser>> => {
      const account = await accounts.findByUsername(normaliseUsername(command.username));
      if (!account) return err({ code: 'NOT_FOUND' });
      const now = clock();
      const isNew = await roles.grant(account.id, command.role, now);
      if (!isNew) return ok({ userId: account.id, isNew, revoked: [] });
      const revoked = [revocationBefore(account.id, await accounts.raiseAuthVersion(account.id), now)];
      await revocations.add(revoked);
      return ok({ userId: account.id, isNew, revoked });
    });
    if (!granted.ok) return granted;
    const { userId, isNew, revoked } = granted.value;
    revocationHints.announce(revoked);
    return ok({ userId, isNew });
  };
}
