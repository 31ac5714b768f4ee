import { randomUUID } from 'node:crypto';
import { accessTokenSigner, type KeySource, newSigningKey } from '@veza/auth';
import { systemClock } from '@veza/kernel';

/** The issuer of the tokens of a benchmark. */
export const ISSUER = 'http://localhost:4000';

/** People who are signed in. */
export interface Sessions {
  /** The keys with which a gateway checks their tokens. */
  readonly keySet: Awaited<ReturnType<KeySource>>;
  /** A fresh token for each of them; it lives ten minutes. */
  tokens(): Promise<readonly string[]>;
}

/** Signs people in: real EdDSA tokens, as the subgraph users makes them. @param count people */
export async function sessions(count: number): Promise<Sessions> {
  const key = await newSigningKey();
  const signer = accessTokenSigner({ issuer: ISSUER, activeKey: () => Promise.resolve(key), newTokenId: randomUUID, clock: systemClock });
  const tokenOf = async (index: number): Promise<string> => {
    const name = String(index).padStart(26, '0');
    const { token } = await signer.sign({
      userId: `user_${name}`,
      sessionId: `session_${name}`,
      authVersion: 1,
      scopes: [],
      methods: ['pwd'],
      authTime: Math.floor(systemClock().getTime() / 1_000),
    });
    return token;
  };
  return {
    keySet: { keys: [key.publicJwk] },
    tokens: () => Promise.all(Array.from({ length: count }, (_, index) => tokenOf(index))),
  };
}
