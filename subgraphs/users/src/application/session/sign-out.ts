import { ok, type Clock } from '@veza/kernel';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import { endSessions } from './end-sessions.ts';
import { revocationsOf } from './revoke-tokens.ts';
import type { RevocationHints } from './ports.ts';
import type { SignedIn } from './require-session.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly revocationHints: RevocationHints;
  readonly clock: Clock;
}

export type SignOut = ReturnType<typeof signOut>;

/** Ends the caller's session; its access tokens are refused within a second. Never fails: an ended session stays ended. */
export function signOut({ unitOfWork, revocationHints, clock }: Dependencies) {
  return async ({ userId, sessionId }: SignedIn): Promise<void> => {
    const revoked = await unitOfWork(async (repositories) => {
      const now = clock();
      const ended = revocationsOf(await endSessions(repositories, { userId, only: sessionId }, 'SIGN_OUT', now), now);
      await repositories.revocations.add(ended);
      return ok(ended);
    });
    if (revoked.ok) revocationHints.announce(revoked.value);
  };
}
