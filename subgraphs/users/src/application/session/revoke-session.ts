import type { Revocation } from '@veza/auth';
import { err, ok, type Clock, type Result } from '@veza/kernel';
import type { SessionId } from '../../domain/session.ts';
import { refused, type Refusal } from '../refusal.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import { endSessions } from './end-sessions.ts';
import { requireSession, type SignedIn } from './require-session.ts';
import { revocationsOf } from './revoke-tokens.ts';
import type { RevocationHints } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly revocationHints: RevocationHints;
  readonly clock: Clock;
}

export type RevokeSession = ReturnType<typeof revokeSession>;

/** Ends one of the caller's own sessions. Fails with NOT_FOUND for an ended one and for somebody else's; UNAUTHENTICATED. */
export function revokeSession({ unitOfWork, revocationHints, clock }: Dependencies) {
  return async (caller: SignedIn, sessionId: SessionId): Promise<Result<SessionId, Refusal>> => {
    const revoked = await unitOfWork(async (repositories): Promise<Result<readonly Revocation[], Refusal>> => {
      const signedIn = await requireSession(repositories, caller, clock);
      if (!signedIn.ok) return signedIn;
      const now = clock();
      const ended = await endSessions(repositories, { userId: caller.userId, only: sessionId }, 'REVOKED', now);
      if (ended.length === 0) return err(refused({ code: 'NOT_FOUND', path: ['sessionId'] }));
      const revocations = revocationsOf(ended, now);
      await repositories.revocations.add(revocations);
      return ok(revocations);
    });
    if (!revoked.ok) return revoked;
    revocationHints.announce(revoked.value);
    return ok(sessionId);
  };
}
