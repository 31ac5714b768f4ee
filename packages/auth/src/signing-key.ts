import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';

/** The one algorithm of our keys: EdDSA over Ed25519. A key set that offers another one is not used. @see RFC 8037 */
export const SIGNING_ALGORITHM = 'EdDSA';

/** A key that signs. Kept by its owner alone; only the public half is published. */
export interface SigningKey {
  /** Name of the key in the header of a token: the RFC 7638 thumbprint of its public half. */
  readonly kid: string;
  readonly privateJwk: JWK;
}

/** A fresh key: the half that signs and the half that is published. */
export interface SigningKeyPair extends SigningKey {
  readonly publicJwk: JWK;
}

/** A fresh Ed25519 key pair from the runtime's source of randomness. */
export async function newSigningKey(): Promise<SigningKeyPair> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const { kty, crv, x, d } = await exportJWK(privateKey);
  const bare = { kty: kty!, crv: crv!, x: x! };
  const kid = await calculateJwkThumbprint(bare);
  return {
    kid,
    publicJwk: { ...bare, kid, alg: SIGNING_ALGORITHM, use: 'sig' },
    privateJwk: { ...bare, d: d!, kid, alg: SIGNING_ALGORITHM },
  };
}

/** Where a verifier gets the public keys from: a database, a file, another process. */
export type KeySource = () => Promise<JSONWebKeySet>;
