import type { SigningKey, SigningKeyPair } from '@veza/auth';
import type { SigningKeyStanding, SigningKeyState } from '../../domain/signing-key-rotation.ts';

/** A key's public half as it is published. */
export type PublicJwk = SigningKeyPair['publicJwk'];

/** A key as it is stored: its private half only sealed. */
export interface StoredSigningKey {
  readonly kid: string;
  readonly state: 'pending' | 'active';
  readonly publicJwk: PublicJwk;
  readonly sealedPrivateJwk: Uint8Array;
  readonly stateSince: Date;
}

/** Signing keys of access tokens. */
export interface SigningKeyRepository {
  /** Every key; nobody else changes keys until the transaction ends. */
  lock(): Promise<readonly SigningKeyStanding[]>;
  add(key: StoredSigningKey): Promise<void>;
  /** Moves a key; on the way out of use its private half is wiped. */
  move(kid: string, to: SigningKeyState, at: Date): Promise<void>;
  remove(kid: string): Promise<void>;
  findActive(): Promise<StoredSigningKey | undefined>;
  /** Public halves of pending, active and retiring keys. */
  listPublished(): Promise<readonly PublicJwk[]>;
}

/** Seals private keys under the key-encryption key, each to its own id. */
export interface KeySeal {
  seal(key: SigningKey): Uint8Array;
  /** @throws Error when the key-encryption key is another one or the bytes belong to another key */
  open(kid: string, sealed: Uint8Array): SigningKey['privateJwk'];
}
