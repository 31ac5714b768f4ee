import { macInput, mediaPath, type MediaToken } from './media-token.ts';
import { shortMac } from './short-mac.ts';

/** A key that signs. */
export interface MediaSigningKey {
  /** Its id inside the ring of its scope. */
  readonly kid: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** Where a part of the platform gets the key of its scope from; tracks hands it out. */
export interface MediaSigningKeys {
  /** The key that signs at present. Kept in memory, so that it may be asked for each address. */
  current(): Promise<MediaSigningKey>;
}

/** What a token says beside its key. */
export type MediaTokenFacts = Omit<MediaToken, 'kid'>;

/** Absolute address of an asset's folder, without a slash at its end. @param origin where `/m` is reached, without a slash at its end */
export function signedMediaFolder(
  origin: string,
  { kid, secret }: MediaSigningKey,
  { facts, aid }: { readonly facts: MediaTokenFacts; readonly aid: string },
): string {
  const token = { kid, ...facts };
  return `${origin}${mediaPath(token, shortMac(secret, macInput(token, aid)), aid)}`;
}
