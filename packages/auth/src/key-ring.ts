import type { Clock } from '@veza/kernel';
import { importJWK, type CryptoKey, type JSONWebKeySet } from 'jose';
import { SIGNING_ALGORITHM, type KeySource } from './signing-key.ts';

/** A key set is asked for again after this long; what the JWKS answer allows to be cached. */
const REFRESH_AFTER_MS = 300_000;
/** An unknown key id makes the set be asked for at most this often, so that forged ids cause no storm. */
const REFETCH_PAUSE_MS = 30_000;

/** Public keys by id, kept fresh. */
export interface KeyRing {
  /** The key, or undefined when the source does not offer it for our algorithm. Rejects when there is no set at all yet. */
  find(kid: string): Promise<CryptoKey | undefined>;
}

async function importKeys(set: JSONWebKeySet): Promise<ReadonlyMap<string, CryptoKey>> {
  const usable = set.keys.filter(({ kid, alg, kty }) => kid !== undefined && alg === SIGNING_ALGORITHM && kty === 'OKP');
  const keys = usable.map(async (jwk) => [jwk.kid!, (await importJWK(jwk, SIGNING_ALGORITHM)) as CryptoKey] as const);
  return new Map(await Promise.all(keys));
}

/**
 * Keys from a source, fetched by one request at a time: at first use, every 5 minutes, and for an unknown id at most once per 30 s.
 * While the source fails, the keys that are known go on being used.
 */
export function keyRing(source: KeySource, clock: Clock): KeyRing {
  let keys: ReadonlyMap<string, CryptoKey> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<ReadonlyMap<string, CryptoKey>> | undefined;

  const fetchKeys = async () => {
    askedAt = clock().getTime();
    try {
      keys = await importKeys(await source());
      return keys;
    } catch (error) {
      if (!keys) throw error;
      return keys;
    } finally {
      running = undefined;
    }
  };
  const refresh = () => (running ??= fetchKeys());

  return {
    async find(kid) {
      const age = clock().getTime() - askedAt;
      const known = !keys || age >= REFRESH_AFTER_MS ? await refresh() : keys;
      const found = known.get(kid);
      if (found || (!running && clock().getTime() - askedAt < REFETCH_PAUSE_MS)) return found;
      return (await refresh()).get(kid);
    },
  };
}
