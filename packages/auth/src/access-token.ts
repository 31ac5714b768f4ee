import type { Clock } from '@veza/kernel';
import { importJWK, SignJWT } from 'jose';
import type { UserCaller } from './caller.ts';
import { keyRing } from './key-ring.ts';
import { SIGNING_ALGORITHM, type KeySource, type SigningKey } from './signing-key.ts';
import { callerFromClaims, personClaims } from './token-claims.ts';
import { verifiedTokens } from './verified-tokens.ts';
import { verifyJwt } from './verify-jwt.ts';

/** How long an access token lives. Seconds. */
export const ACCESS_TOKEN_LIFETIME_SECONDS = 600;
const AUDIENCE = 'veza';
/** @see RFC 9068 §2.1 */
const TYPE = 'at+jwt';
const CACHED_TOKENS = 20_000;

/** Who a token is for; the rest of its claims the signer knows. */
export type AccessTokenSubject = Omit<UserCaller, 'kind' | 'expiresAt'>;

/** A signed token and its end. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes access tokens. */
export interface AccessTokenSigner {
  /** A token that lives 600 s from now, with the key that is active now. No personal data is in it. */
  sign(subject: AccessTokenSubject): Promise<AccessToken>;
}

/** Reads access tokens. */
export interface AccessTokenVerifier {
  /**
   * The caller a token speaks for, or undefined for a forged, malformed, foreign or expired token.
   * Revocation is another question: `RevocationSet.isRevoked`, asked on every request. Rejects when no key set could be had.
   */
  verify(token: string): Promise<UserCaller | undefined>;
}

/**
 * Signs access tokens: EdDSA, header `alg kid typ=at+jwt`.
 * @param options.issuer the installation's public URL
 * @param options.newTokenId random text for `jti`
 */
export function accessTokenSigner(options: {
  readonly issuer: string;
  readonly activeKey: () => Promise<SigningKey>;
  readonly newTokenId: () => string;
  readonly clock: Clock;
}): AccessTokenSigner {
  return {
    async sign(subject) {
      const { kid, privateJwk } = await options.activeKey();
      const issuedAt = Math.floor(options.clock().getTime() / 1000);
      const expiresAt = issuedAt + ACCESS_TOKEN_LIFETIME_SECONDS;
      const token = await new SignJWT({ ...personClaims(subject) })
        .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid, typ: TYPE })
        .setIssuer(options.issuer)
        .setAudience(AUDIENCE)
        .setJti(options.newTokenId())
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(await importJWK(privateJwk, SIGNING_ALGORITHM));
      return { token, expiresAt: new Date(expiresAt * 1000) };
    },
  };
}

/**
 * Verifies access tokens, each signature once: 20,000 verified tokens are kept by digest until they expire.
 * @param options.issuer the installation's public URL
 * @param options.keySet public keys of the issuer; an unknown key id makes it be asked again, at most once per 30 s
 */
export function accessTokenVerifier(options: {
  readonly issuer: string;
  readonly keySet: KeySource;
  readonly clock: Clock;
}): AccessTokenVerifier {
  const { issuer, clock } = options;
  const keys = keyRing(options.keySet, clock);
  const cache = verifiedTokens<UserCaller>(CACHED_TOKENS, clock);
  const expected = { typ: TYPE, issuer, audience: AUDIENCE, lifetimeSeconds: ACCESS_TOKEN_LIFETIME_SECONDS };
  return {
    async verify(token) {
      const known = cache.find(token);
      if (known) return known;
      const claims = await verifyJwt(token, expected, keys, clock);
      const caller = claims && callerFromClaims(claims);
      if (caller) cache.remember(token, caller, caller.expiresAt);
      return caller;
    },
  };
}
