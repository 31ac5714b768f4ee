import { err, ok, type Clock, type Result } from '@veza/kernel';
import { judgeSecondUse } from '../../domain/refresh-token.ts';
import { sessionExpiry, type Session, type SessionId } from '../../domain/session.ts';
import { refused, type RateLimited, type Refusal } from '../refusal.ts';
import type { Throttle } from '../throttle.ts';
import type { UsersRepositories, UsersUnitOfWork } from '../unit-of-work.ts';
import type { EndMisusedSession } from './end-misused-session.ts';
import type { IssuedSession, IssueSession, SessionWithToken } from './issue-session.ts';
import type { RefreshTokens, StoredRefreshToken } from './ports.ts';
import { singleFlight } from './single-flight.ts';

interface Dependencies {
  /** Reads outside a transaction and without locks, from the primary database. */
  readonly reads: Pick<UsersRepositories, 'accounts' | 'sessions' | 'refreshTokens'>;
  readonly unitOfWork: UsersUnitOfWork;
  readonly refreshTokens: RefreshTokens;
  readonly throttle: Throttle;
  readonly endMisusedSession: EndMisusedSession;
  readonly issueSession: IssueSession;
  readonly clock: Clock;
}

/** A presented refresh token. */
export interface RefreshSessionCommand {
  readonly refreshToken: string;
  /** The `Idempotency-Key` header. */
  readonly idempotencyKey?: string | undefined;
}

/** A token that was presented, its digest and what is stored under it. */
interface Presented {
  readonly token: string;
  readonly hash: Uint8Array;
  readonly retryKeyHash: Uint8Array | undefined;
  readonly stored: StoredRefreshToken;
  readonly session: Session;
}

/** A first use that came to nothing: another request won, or the session ended meanwhile. */
interface NotRotated {
  readonly code: 'LOST' | 'ENDED';
}

export type RefreshSession = ReturnType<typeof refreshSession>;

const INVALID_REFRESH_TOKEN = refused({ code: 'INVALID_REFRESH_TOKEN' });

/**
 * Trades a refresh token for its one successor.
 *
 * 1. A read without a lock. Unknown, expired and ended are refused.
 * 2. Seen `active`: make it `rotated`, add the successor, answer.
 * 3. Seen `active`, but somebody else rotated it meanwhile: a request that ran at the same time won; answer with the same successor.
 *    This needs no clock: whoever knows the first answer can only see `rotated`.
 * 4. Seen `rotated`, with the `Idempotency-Key` of the first use and within 60 s: the same successor again.
 * 5. Seen `rotated` otherwise: somebody else has the token; the session ends.
 *
 * Uses that meet in this process share one run of this, so that none of them reads late, behind the others, and is taken for misuse.
 *
 * Fails with INVALID_REFRESH_TOKEN; RATE_LIMITED.
 * @see RFC 9700 §4.14
 */
export function refreshSession(dependencies: Dependencies) {
  const { reads, unitOfWork, refreshTokens, throttle, endMisusedSession, issueSession, clock } = dependencies;

  /** The live session of an active account. */
  const findSession = async (id: SessionId): Promise<Session | undefined> => {
    const [session] = await reads.sessions.findLive([id], clock());
    const account = session && (await reads.accounts.find(session.userId));
    return account?.status === 'ACTIVE' ? session : undefined;
  };

  const find = async ({ refreshToken, idempotencyKey }: RefreshSessionCommand): Promise<Presented | undefined> => {
    const hash = refreshTokens.hashOf(refreshToken);
    const stored = hash && (await reads.refreshTokens.find(hash));
    const session = stored && (await findSession(stored.sessionId));
    if (!hash || !stored || !session) return undefined;
    const retryKeyHash = idempotencyKey ? refreshTokens.retryKeyHash(idempotencyKey) : undefined;
    return { token: refreshToken, hash, stored, session, retryKeyHash };
  };

  const rotate = ({ token, hash, retryKeyHash, session }: Presented) => {
    const successor = refreshTokens.create();
    return unitOfWork(async (repositories): Promise<Result<SessionWithToken, NotRotated | RateLimited>> => {
      const now = clock();
      const sealedSuccessor = refreshTokens.seal(successor.token, token);
      const rotated = await repositories.refreshTokens.rotate(hash, { at: now, retryKeyHash, sealedSuccessor });
      if (!rotated) return err({ code: 'LOST' });
      // Only the winner takes: requests that run at the same time are one rotation.
      const admitted = await throttle.take('session-refresh', session.id);
      if (!admitted.ok) return admitted;
      const prolonged = await repositories.sessions.prolong(session.id, now, sessionExpiry(session.createdAt, now));
      if (!prolonged) return err({ code: 'ENDED' });
      await repositories.refreshTokens.add({ hash: successor.hash, sessionId: session.id, generation: rotated.generation + 1 });
      return ok({ session: prolonged, refreshToken: successor.token });
    });
  };

  const repeat = async (token: string, { sealedSuccessor, sessionId }: StoredRefreshToken): Promise<Result<IssuedSession, Refusal>> => {
    const session = await findSession(sessionId);
    if (!sealedSuccessor || !session) return err(INVALID_REFRESH_TOKEN);
    return ok(await issueSession({ session, refreshToken: refreshTokens.open(sealedSuccessor, token) }));
  };

  const firstUse = async (presented: Presented): Promise<Result<IssuedSession, Refusal>> => {
    const rotated = await rotate(presented);
    if (rotated.ok) return ok(await issueSession(rotated.value));
    if (rotated.error.code === 'RATE_LIMITED') return err(rotated.error);
    const winner = rotated.error.code === 'LOST' ? await reads.refreshTokens.find(presented.hash) : undefined;
    return winner ? repeat(presented.token, winner) : err(INVALID_REFRESH_TOKEN);
  };

  const secondUse = async ({ token, stored, retryKeyHash, session }: Presented): Promise<Result<IssuedSession, Refusal>> => {
    const first = { rotatedAt: stored.rotatedAt ?? new Date(0), retryKeyHash: stored.retryKeyHash };
    if (judgeSecondUse(first, retryKeyHash, clock()) === 'retry') return repeat(token, stored);
    await endMisusedSession(session);
    return err(INVALID_REFRESH_TOKEN);
  };

  const use = async (command: RefreshSessionCommand): Promise<Result<IssuedSession, Refusal>> => {
    const presented = await find(command);
    if (!presented) return err(INVALID_REFRESH_TOKEN);
    return presented.stored.state === 'active' ? firstUse(presented) : secondUse(presented);
  };
  const together = singleFlight<Result<IssuedSession, Refusal>>();
  return (command: RefreshSessionCommand) => together(command.refreshToken, () => use(command));
}
