import type { Clock } from '@veza/kernel';
import { importJWK, SignJWT, type JWTPayload } from 'jose';
import { ANONYMOUS, serviceCaller, type Caller } from './caller.ts';
import { keyRing } from './key-ring.ts';
import { SIGNING_ALGORITHM, type KeySource, type SigningKey } from './signing-key.ts';
import { callerFromClaims, personClaims } from './token-claims.ts';
import { verifiedTokens } from './verified-tokens.ts';
import { verifyJwt } from './verify-jwt.ts';

/** Request header that carries an internal token. */
export const INTERNAL_TOKEN_HEADER = 'x-veza-token';
/** How long an internal token lives. Seconds. */
export const INTERNAL_TOKEN_LIFETIME_SECONDS = 60;
/** How long one token is used again for the same caller and audience. */
const REUSE_MS = 30_000;
const ISSUER = 'veza-gateway';
const TYPE = 'veza-int+jwt';
const CACHED_TOKENS = 20_000;

/** Makes the tokens with which the gateway tells a subgraph who asks. */
export interface InternalTokenSigner {
  /** A token for the caller that only the subgraph `audience` accepts; the same one again for up to 30 s. */
  sign(caller: Caller, audience: string): Promise<string>;
}

/** Reads internal tokens in a subgraph. */
export interface InternalTokenVerifier {
  /** Who asks, or undefined for a forged, malformed, foreign or expired token. Rejects when no key set could be had. */
  verify(token: string): Promise<Caller | undefined>;
}

/** A person has `sub`; a part of the platform has `svc`; anonymous and shared requests have neither. */
function claimsOf(caller: Caller): JWTPayload {
  switch (caller.kind) {
    case 'user':
      return { ...personClaims(caller) };
    case 'service':
      return { svc: caller.service };
    case 'anonymous':
      return {};
  }
}

function callerOf(claims: JWTPayload): Caller | undefined {
  if (claims.sub !== undefined) return callerFromClaims(claims);
  const { svc } = claims;
  if (svc === undefined) return ANONYMOUS;
  return typeof svc === 'string' ? serviceCaller(svc) : undefined;
}

/** Signs internal tokens, one per caller and audience in 30 s. @see security.md 4 */
export function internalTokenSigner(options: { readonly key: SigningKey; readonly clock: Clock }): InternalTokenSigner {
  const { key, clock } = options;
  const signed = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  const privateKey = importJWK(key.privateJwk, SIGNING_ALGORITHM);
  /** What tokens of a caller say, as JSON. Callers are immutable, and the same object for many requests. */
  const described = new WeakMap<Caller, string>();
  let sweepAt = 0;

  const sweep = (now: number) => {
    if (now < sweepAt) return;
    sweepAt = now + REUSE_MS;
    for (const [name, { until }] of signed) if (until <= now) signed.delete(name);
  };
  const describe = (caller: Caller): string => {
    const known = described.get(caller);
    if (known !== undefined) return known;
    const text = JSON.stringify(claimsOf(caller));
    described.set(caller, text);
    return text;
  };
  const sign = async (claims: JWTPayload, audience: string, now: number) => {
    const issuedAt = Math.floor(now / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + INTERNAL_TOKEN_LIFETIME_SECONDS)
      .sign(await privateKey);
  };

  return {
    sign(caller, audience) {
      const now = clock().getTime();
      sweep(now);
      const name = `${audience} ${describe(caller)}`;
      const reusable = signed.get(name);
      if (reusable && reusable.until > now) return reusable.token;
      const token = sign(claimsOf(caller), audience, now);
      signed.set(name, { token, until: now + REUSE_MS });
      return token;
    },
  };
}

/** Verifies internal tokens of one subgraph, each signature once: digests of verified ones are kept until they expire. */
export function internalTokenVerifier(options: {
  readonly audience: string;
  readonly keySet: KeySource;
  readonly clock: Clock;
}): InternalTokenVerifier {
  const { audience, clock } = options;
  const keys = keyRing(options.keySet, clock);
  const cache = verifiedTokens<Caller>(CACHED_TOKENS, clock);
  const expected = { typ: TYPE, issuer: ISSUER, audience, lifetimeSeconds: INTERNAL_TOKEN_LIFETIME_SECONDS };
  return {
    async verify(token) {
      const known = cache.find(token);
      if (known) return known;
      const claims = await verifyJwt(token, expected, keys, clock);
      const caller = claims && callerOf(claims);
      if (caller) cache.remember(token, caller, claims.exp!);
      return caller;
    },
  };
}
