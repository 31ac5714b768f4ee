import type { RandomBytes } from '@veza/kernel';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebhookSecrets } from '../../application/ports/webhook.ts';

const SECRET_BYTES = 32;

/** Secrets from a cryptographic source. They are random through and through, so a plain digest keeps them as safe as a slow one. */
export function nodeWebhookSecrets(random: RandomBytes): WebhookSecrets {
  const digestOf = (secret: string) => createHash('sha256').update(secret).digest();
  return {
    issue: () => Buffer.from(random(SECRET_BYTES)).toString('base64url'),
    digestOf,
    matches: (secret, digest) => timingSafeEqual(digestOf(secret), digest),
  };
}
