import type { RandomBytes } from '@veza/kernel';
import { createHash } from 'node:crypto';
import type { LinkSecrets } from '../../application/secret/ports.ts';

const SECRET_BYTES = 16;
/** 16 bytes of base64url. */
const SECRET = /^[A-Za-z0-9_-]{22}$/;

/** Secrets of 128 random bits; only their SHA-256 is kept, which is enough for what nobody can guess. */
export function linkSecrets(random: RandomBytes): LinkSecrets {
  const hash = (secret: string) => createHash('sha256').update(secret).digest();
  return {
    create() {
      const secret = Buffer.from(random(SECRET_BYTES)).toString('base64url');
      return { secret, hash: hash(secret) };
    },
    hashOf: (secret) => (SECRET.test(secret) ? hash(secret) : undefined),
  };
}
