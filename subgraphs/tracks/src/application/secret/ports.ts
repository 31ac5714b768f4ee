import type { Id } from '@veza/kernel';

/** A link to a track, without its secret. */
export interface SecretLink {
  readonly trackId: Id<'track'>;
  /** SHA-256 of the secret. */
  readonly secretHash: Uint8Array;
  readonly createdAt: Date;
  /** Null for a link that does not end. */
  readonly expiresAt: Date | null;
}

/** Secret links inside a transaction; a track has one at most. */
export interface SecretLinkRepository {
  /** Ends the link that the track had. Answers whether it had one. */
  replace(link: SecretLink): Promise<boolean>;
}

/** Makes secrets of 128 random bits and their digests. */
export interface LinkSecrets {
  create(): { readonly secret: string; readonly hash: Uint8Array };
  /** Digest of what a client sent; undefined when it cannot be a secret. */
  hashOf(secret: string): Uint8Array | undefined;
}
