import type { SigningKeyPair } from '@veza/auth';
import { ok, type Clock } from '@veza/kernel';
import { signingKeyChanges, type SigningKeyChange } from '../../domain/signing-key-rotation.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import type { KeySeal, SigningKeyRepository } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly newSigningKey: () => Promise<SigningKeyPair>;
  readonly keySeal: KeySeal;
  readonly clock: Clock;
}

/**
 * Brings the signing keys to where they belong: makes the first ones, rotates, retires. Several processes may call it; one at a time acts.
 * @returns one round; it answers how many changes were made
 */
export function keepSigningKeys({ unitOfWork, newSigningKey, keySeal, clock }: Dependencies): () => Promise<number> {
  const make = async (keys: SigningKeyRepository, change: SigningKeyChange, now: Date): Promise<void> => {
    switch (change.change) {
      case 'create': {
        const { kid, publicJwk, privateJwk } = await newSigningKey();
        return keys.add({ kid, state: change.state, publicJwk, sealedPrivateJwk: keySeal.seal({ kid, privateJwk }), stateSince: now });
      }
      case 'move':
        return keys.move(change.kid, change.to, now);
      case 'delete':
        return keys.remove(change.kid);
    }
  };

  return async () => {
    const made = await unitOfWork(async ({ signingKeys }) => {
      const now = clock();
      const changes = signingKeyChanges(await signingKeys.lock(), now);
      for (const change of changes) await make(signingKeys, change, now);
      return ok(changes.length);
    });
    return made.ok ? made.value : 0;
  };
}
