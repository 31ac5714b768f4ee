import type { Clock } from '@veza/kernel';
import { ATTACHMENT_TOKEN_SECONDS, type MediaSigningKeys, ONE_FILE, shortMac, signedMediaFolder } from '@veza/media-token';
import type { AttachmentAddresses } from '../../application/ports/attachment.ts';

interface Dependencies {
  readonly keys: MediaSigningKeys;
  /** Where `/m` is reached from outside, without a slash at its end. */
  readonly mediaUrl: string;
  readonly clock: Clock;
}

const STEP_MS = 600_000;
const PSEUDONYM_LENGTH = 16;

/** Addresses in scope `a`: their session and listener are the channel, and they are made as if signed at the last full ten minutes. */
export function signedAttachmentAddresses({ keys, mediaUrl, clock }: Dependencies): AttachmentAddresses {
  return {
    async urlOf({ channelId, aid }) {
      const key = await keys.current();
      const issuedAtMs = Math.floor(clock().getTime() / STEP_MS) * STEP_MS;
      const channel = shortMac(key.secret, `veza.media.channel\n${channelId}`).slice(0, PSEUDONYM_LENGTH);
      const life = { issuedAtMs, expiresAt: issuedAtMs / 1000 + ATTACHMENT_TOKEN_SECONDS };
      const facts = { scope: 'a', ...life, sid: channel, lid: channel } as const;
      return `${signedMediaFolder(mediaUrl, key, { facts, aid })}/${ONE_FILE}`;
    },
  };
}
