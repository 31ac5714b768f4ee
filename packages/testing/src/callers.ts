import type { AnonymousCaller, Scope, UserCaller } from '@veza/auth';
import type { Id } from '@veza/kernel';

/** Nobody in particular. */
export const anonymousCaller: AnonymousCaller = Object.freeze({ kind: 'anonymous', scopes: [] as const });

/** Somebody who signed in by password just now (2026-01-01T00:00:00Z) for 15 minutes. */
export function userCaller(
  userId: Id<'user'>,
  options: { readonly scopes?: readonly Scope[]; readonly sessionId?: Id<'session'> } = {},
): UserCaller {
  const authTime = Date.UTC(2026, 0, 1) / 1_000;
  return Object.freeze({
    kind: 'user',
    userId,
    sessionId: options.sessionId ?? 'session_00000000000000000000000001',
    authVersion: 1,
    scopes: options.scopes ?? [],
    methods: ['pwd'],
    authTime,
    expiresAt: authTime + 900,
  });
}
