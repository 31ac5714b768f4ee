import type { AccessTokenSigner } from '@veza/auth';
import type { Clock } from '@veza/kernel';
import { sessionExpiry, type Session, type SessionId } from '../../domain/session.ts';
import { scopesOf } from '../../domain/staff-role.ts';
import type { UserId } from '../../domain/user.ts';
import type { AccountRepository, RoleRepository } from '../account/ports.ts';
import type { UsersRepositories } from '../unit-of-work.ts';
import type { RefreshTokens } from './ports.ts';

/** A session with the tokens that were made for this answer. */
export interface IssuedSession {
  readonly session: Session;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
}

/** A session and the refresh token that is to be answered with it. */
export interface SessionWithToken {
  readonly session: Session;
  readonly refreshToken: string;
}

/** Opens a session by password: the first of its refresh tokens is made with it. */
export type StartSession = (
  repositories: Pick<UsersRepositories, 'sessions' | 'refreshTokens'>,
  owner: { readonly userId: UserId; readonly deviceName?: string | undefined },
) => Promise<SessionWithToken>;

/** Makes `StartSession`; it runs inside the transaction of whoever calls it. */
export function startSession(dependencies: {
  readonly refreshTokens: RefreshTokens;
  readonly newSessionId: () => SessionId;
  readonly clock: Clock;
}): StartSession {
  return async ({ sessions, refreshTokens }, { userId, deviceName }) => {
    const now = dependencies.clock();
    const session: Session = {
      id: dependencies.newSessionId(),
      userId,
      deviceName,
      methods: ['pwd'],
      authTime: now,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionExpiry(now, now),
    };
    const { token, hash } = dependencies.refreshTokens.create();
    await sessions.start(session);
    await refreshTokens.add({ hash, sessionId: session.id, generation: 1 });
    return { session, refreshToken: token };
  };
}

/** Adds an access token to what is answered. */
export type IssueSession = (granted: SessionWithToken) => Promise<IssuedSession>;

/** Makes `IssueSession`: the token carries the account's present authentication version and, for staff, scopes. */
export function issueSession(dependencies: {
  readonly accessTokens: AccessTokenSigner;
  readonly accounts: AccountRepository;
  readonly roles: RoleRepository;
}): IssueSession {
  return async ({ session, refreshToken }) => {
    const [account, roles] = await Promise.all([dependencies.accounts.find(session.userId), dependencies.roles.list(session.userId)]);
    if (!account) throw new Error(`account ${session.userId} of session ${session.id} is gone`);
    const access = await dependencies.accessTokens.sign({
      userId: session.userId,
      sessionId: session.id,
      authVersion: account.authVersion,
      scopes: scopesOf(roles),
      methods: session.methods,
      authTime: Math.floor(session.authTime.getTime() / 1000),
    });
    return { session, refreshToken, accessToken: access.token, accessTokenExpiresAt: access.expiresAt };
  };
}
