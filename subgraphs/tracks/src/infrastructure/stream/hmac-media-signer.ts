import { type MediaScope, signedMediaFolder } from '@veza/media-token';
import type { MediaSigner } from '../../application/stream/ports.ts';
import type { listenerPseudonyms } from './listener-pseudonyms.ts';
import type { MediaKeyRing } from './media-key-ring.ts';

/** What signing needs. */
export interface HmacMediaSignerOptions {
  readonly rings: Readonly<Record<MediaScope, MediaKeyRing>>;
  readonly pseudonymsOf: ReturnType<typeof listenerPseudonyms>;
  /** Where `/m` is reached, without a slash at its end. */
  readonly origin: string;
}

/** Signs media addresses with the current key. */
export function hmacMediaSigner({ rings, pseudonymsOf, origin }: HmacMediaSignerOptions): MediaSigner {
  return {
    async sign({ scope, aid, listener, issuedAt, expiresAt }) {
      const life = { issuedAtMs: issuedAt.getTime(), expiresAt: Math.floor(expiresAt.getTime() / 1000) };
      const facts = { scope, ...life, ...pseudonymsOf(listener, issuedAt) };
      return signedMediaFolder(origin, await rings[scope].current(), { facts, aid });
    },
  };
}
