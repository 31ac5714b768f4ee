import type { MediaSigner } from '../../application/stream/ports.ts';
import { macInput, mediaPath, type MediaScope } from '../../domain/stream/media-token.ts';
import { shortMac } from '../hmac.ts';
import type { ListenerPseudonyms, listenerPseudonyms } from './listener-pseudonyms.ts';
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
      const { kid, secret } = await rings[scope].current();
      const names: ListenerPseudonyms = pseudonymsOf(listener, issuedAt);
      const token = {
        kid,
        scope,
        issuedAtMs: issuedAt.getTime(),
        expiresAt: Math.floor(expiresAt.getTime() / 1000),
        ...names,
      } as const;
      return `${origin}${mediaPath(token, shortMac(secret, macInput(token, aid)), aid)}`;
    },
  };
}
