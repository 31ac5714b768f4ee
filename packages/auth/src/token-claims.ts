import { toTypeId, parseTypeId, type Id } from '@veza/kernel';
import type { JWTPayload } from 'jose';
import type { Scope, UserCaller } from './caller.ts';

/** What a token of ours says about a signed-in person; the same words in access tokens and in internal ones. @see RFC 9068 §2.2 */
export interface PersonClaims {
  readonly sub: string;
  readonly sid: string;
  readonly ver: number;
  /** Scopes of staff; absent for everybody else. */
  readonly scp?: readonly Scope[];
  readonly amr: readonly string[];
  /** Epoch seconds. */
  readonly auth_time: number;
}

/** The claims that describe a caller. */
export function personClaims(caller: Omit<UserCaller, 'kind' | 'expiresAt'>): PersonClaims {
  return {
    sub: caller.userId,
    sid: caller.sessionId,
    ver: caller.authVersion,
    ...(caller.scopes.length > 0 && { scp: caller.scopes }),
    amr: caller.methods,
    auth_time: caller.authTime,
  };
}

const isWholeNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

function idClaim<Prefix extends string>(prefix: Prefix, value: unknown): Id<Prefix> | undefined {
  const uuid = typeof value === 'string' ? parseTypeId(prefix, value) : undefined;
  return uuid === undefined ? undefined : (toTypeId(prefix, uuid) as Id<Prefix>);
}

/** The caller that verified claims describe, frozen; undefined when a claim is missing or of the wrong shape. */
export function callerFromClaims(claims: JWTPayload): UserCaller | undefined {
  const userId = idClaim('user', claims.sub);
  const sessionId = idClaim('session', claims['sid']);
  const { ver, amr, exp, auth_time: authTime, scp = [] } = claims;
  if (!userId || !sessionId || !isWholeNumber(ver) || !isWholeNumber(exp) || !isWholeNumber(authTime)) return undefined;
  if (!isTextList(amr) || !isTextList(scp)) return undefined;
  return Object.freeze({
    kind: 'user',
    userId,
    sessionId,
    authVersion: ver,
    scopes: Object.freeze([...scp]) as readonly Scope[],
    methods: Object.freeze([...amr]),
    authTime,
    expiresAt: exp,
  });
}
