import type { KeySource, SigningKey } from '@veza/auth';
import type { Clock } from '@veza/kernel';
import type { KeySeal, SigningKeyRepository } from './ports.ts';

/** The active key is looked up again after this long, so that a rotation by another process is followed. */
const LOOK_AGAIN_MS = 60_000;

/** The keys of this installation, as signer and verifiers need them. */
export interface SigningKeys {
  /** The key that signs now. The first call of the first start makes it. */
  readonly activeKey: () => Promise<SigningKey>;
  /** Public halves of every key with which a living token may have been signed, and of the next one. */
  readonly keySet: KeySource;
}

/**
 * Reads the keys, and has them made when there are none.
 * @param dependencies.keepKeys brings the keys to where they belong
 */
export function signingKeys(dependencies: {
  readonly keys: SigningKeyRepository;
  readonly keySeal: KeySeal;
  readonly keepKeys: () => Promise<number>;
  readonly clock: Clock;
}): SigningKeys {
  const { keys, keySeal, keepKeys, clock } = dependencies;
  let known: { readonly key: Promise<SigningKey>; readonly until: number } | undefined;

  const readActive = async (): Promise<SigningKey> => {
    const stored = (await keys.findActive()) ?? (await keepKeys().then(() => keys.findActive()));
    if (!stored) throw new Error('there is no active signing key, although one was made');
    return { kid: stored.kid, privateJwk: keySeal.open(stored.kid, stored.sealedPrivateJwk) };
  };

  return {
    activeKey() {
      const now = clock().getTime();
      if (known && now < known.until) return known.key;
      const key = readActive();
      known = { key, until: now + LOOK_AGAIN_MS };
      key.catch(() => (known = undefined));
      return key;
    },
    async keySet() {
      const published = await keys.listPublished();
      if (published.length > 0) return { keys: [...published] };
      await keepKeys();
      return { keys: [...(await keys.listPublished())] };
    },
  };
}
