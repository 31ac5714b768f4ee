import { ok, type Clock } from '@veza/kernel';
import type { Session } from '../../domain/session.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import { endSessions } from './end-sessions.ts';
import { revocationsOf } from './revoke-tokens.ts';
import type { RevocationHints } from './ports.ts';

/** Ends a session whose refresh token was used a second time, and tells its owner by mail. Does nothing when it has ended already. */
export type EndMisusedSession = (session: Session) => Promise<void>;

/** Makes `EndMisusedSession`. */
export function endMisusedSession(dependencies: {
  readonly unitOfWork: UsersUnitOfWork;
  readonly revocationHints: RevocationHints;
  readonly newMailId: () => string;
  readonly clock: Clock;
}): EndMisusedSession {
  const { unitOfWork, revocationHints, newMailId, clock } = dependencies;
  return async ({ id, userId }) => {
    const revoked = await unitOfWork(async (repositories) => {
      const { accounts, revocations, mails } = repositories;
      const now = clock();
      const ended = revocationsOf(await endSessions(repositories, { userId, only: id }, 'REUSE', now), now);
      const account = ended.length > 0 ? await accounts.find(userId) : undefined;
      await revocations.add(ended);
      if (account) await mails.add({ id: newMailId(), kind: 'SESSION_MISUSED', email: account.email, requestedAt: now });
      return ok(ended);
    });
    if (revoked.ok) revocationHints.announce(revoked.value);
  };
}
