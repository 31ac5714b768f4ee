import { viewerId } from '@veza/auth';
import { toId, type Result } from '@veza/kernel';
import type { Refusal } from '../application/refusal.ts';
import type { IssuedSession } from '../application/session/issue-session.ts';
import type { UsersContext } from './context.ts';
import type { Resolvers } from './generated.ts';
import type { SessionModel } from './models.ts';
import { userErrors } from './refusals.ts';
import { signedIn } from './signed-in.ts';

/** Who sees a session: its owner, and whoever is just being handed its tokens. */
export function isSessionOwner({ userId, tokens }: SessionModel, { caller }: UsersContext): boolean {
  return viewerId(caller) === userId || tokens !== undefined;
}

function sessionPayload(issued: Result<IssuedSession, Refusal>) {
  if (!issued.ok) return { session: null, userErrors: userErrors(issued) };
  const { session, ...tokens } = issued.value;
  return { session: { ...session, tokens }, userErrors: [] };
}

/** Coming in and going. */
export const sessionResolvers: Resolvers = {
  Mutation: {
    async signUp(_root, { input }, { users, request }) {
      const displayName = input.displayName ?? undefined;
      return sessionPayload(await users.signUp({ ...input, displayName, address: request.clientAddress }));
    },
    async signIn(_root, { input }, { users, request }) {
      const { identifier, password } = input;
      const [totpCode, deviceName] = [input.totpCode ?? undefined, input.deviceName ?? undefined];
      return sessionPayload(await users.signIn({ identifier, password, totpCode, deviceName, address: request.clientAddress }));
    },
    refreshSession: async (_root, { input }, { users, request }) =>
      sessionPayload(await users.refreshSession({ refreshToken: input.refreshToken, idempotencyKey: request.idempotencyKey })),
    async signOut(_root, _args, context) {
      await context.users.signOut(signedIn(context));
      return { userErrors: [] };
    },
    async revokeSession(_root, { input }, context) {
      const revoked = await context.users.revokeSession(signedIn(context), toId('session', input.sessionId));
      return { revokedSessionId: revoked.ok ? revoked.value : null, userErrors: userErrors(revoked) };
    },
  },
  Session: {
    accessToken: ({ tokens }) => tokens?.accessToken ?? null,
    accessTokenExpiresAt: ({ tokens }) => tokens?.accessTokenExpiresAt ?? null,
    refreshToken: ({ tokens }) => tokens?.refreshToken ?? null,
    refreshTokenExpiresAt: ({ tokens, expiresAt }) => (tokens ? expiresAt : null),
    user: async ({ userId }, _args, { loaders }) => (await loaders.user.load(userId)) ?? null,
    isCurrent: ({ id, tokens }, _args, { caller }) => tokens !== undefined || (caller.kind === 'user' && caller.sessionId === id),
  },
};
