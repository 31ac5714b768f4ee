import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { RandomBytes } from '@veza/kernel';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key for one use, from a secret that serves several. @param use names the use, e.g. `veza.media.sid` @see RFC 5869 */
export function derivedKey(secret: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), use, 32));
}

/** Encrypts a secret for the database: nonce, tag, cipher text. @param name bound to it, so that rows cannot be exchanged @see NIST SP 800-38D */
export function sealSecret(key: Uint8Array, secret: Uint8Array, name: string, random: RandomBytes): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The secret again. @throws Error when the key or the name is another, or a bit has changed */
export function openSecret(key: Uint8Array, sealed: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
