import type { Clock } from '@veza/kernel';
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { KeyRing } from './key-ring.ts';
import { SIGNING_ALGORITHM } from './signing-key.ts';

/** Longer tokens are refused before any work is done. Bytes; tokens are ASCII. */
const MAX_TOKEN_BYTES = 4096;
/** Clocks of two machines may differ by this much. */
const SKEW_SECONDS = 60;
/** The only header parameters that are read; `jku`, `x5u`, `jwk`, `crit` and anything else are refused. @see RFC 8725 §3 */
const HEADER_PARAMETERS: ReadonlySet<string> = new Set(['alg', 'kid', 'typ']);

/** What a kind of token must say to be accepted. */
export interface JwtExpectation {
  readonly typ: string;
  readonly issuer: string;
  readonly audience: string;
  /** Longest accepted span between `iat` and `exp`, in seconds. */
  readonly lifetimeSeconds: number;
}

function keyIdOf(token: string): string | undefined {
  const header = decodeProtectedHeader(token);
  const isPlain = Object.keys(header).every((name) => HEADER_PARAMETERS.has(name));
  return isPlain && header.alg === SIGNING_ALGORITHM ? header.kid : undefined;
}

/**
 * The claims of a token that is well-formed, signed by a key of the ring and due now; undefined for every other one.
 * Rejects only when the ring has no keys at all.
 * @see RFC 8725
 */
export async function verifyJwt(token: string, expected: JwtExpectation, keys: KeyRing, clock: Clock): Promise<JWTPayload | undefined> {
  if (token.length > MAX_TOKEN_BYTES) return undefined;
  const kid = readQuietly(() => keyIdOf(token));
  const key = kid === undefined ? undefined : await keys.find(kid);
  if (!key) return undefined;
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [SIGNING_ALGORITHM],
      typ: expected.typ,
      issuer: expected.issuer,
      audience: expected.audience,
      maxTokenAge: expected.lifetimeSeconds,
      requiredClaims: ['exp'],
      clockTolerance: SKEW_SECONDS,
      currentDate: clock(),
    });
    return payload.exp! - payload.iat! <= expected.lifetimeSeconds ? payload : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** Malformed text is a refusal, not a failure. */
function readQuietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
