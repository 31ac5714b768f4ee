import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import type { RandomBytes } from '@veza/kernel';
import type { SecretTokens } from '../application/account/ports.ts';
import type { RefreshTokens } from '../application/session/ports.ts';

const SECRET_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** Tokens `<prefix>` and 256 random bits in base64url; only their SHA-256 digest is stored, which needs no salt for so much randomness. */
export function secretTokens(prefix: string, random: RandomBytes): SecretTokens {
  const form = new RegExp(`^${prefix.replaceAll('.', String.raw`\.`)}[A-Za-z0-9_-]{43}$`);
  return {
    create() {
      const token = `${prefix}${Buffer.from(random(SECRET_BYTES)).toString('base64url')}`;
      return { token, hash: sha256(token) };
    },
    hashOf: (token) => (form.test(token) ? sha256(token) : undefined),
  };
}

/** The key that only a holder of the token can make; the digest in the database does not lead to it. @see RFC 5869 */
const keyFrom = (token: string) => Buffer.from(hkdfSync('sha256', token, '', 'veza refresh successor v1', 32));

/** Refresh tokens `vzr1.…`; a successor is sealed with AES-256-GCM under a key made from the token before it. */
export function refreshTokens(random: RandomBytes): RefreshTokens {
  return {
    ...secretTokens('vzr1.', random),
    seal(successor, under) {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyFrom(under), nonce);
      return Buffer.concat([nonce, cipher.update(successor), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, under) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(CIPHER, keyFrom(under), bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString();
    },
    retryKeyHash: sha256,
  };
}
