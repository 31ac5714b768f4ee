import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { RandomBytes } from '@veza/kernel';
import type { KeySeal } from '../../application/keys/ports.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What the ciphertext is bound to, so that it fails in another row. */
const boundTo = (kid: string) => Buffer.from(`signing_key|private_ct|${kid}`);

/**
 * AES-256-GCM under the key-encryption key: 96-bit nonce, ciphertext, 128-bit tag.
 * @param keyEncryptionKey 32 bytes
 * @see NIST SP 800-38D
 */
export function aesGcmKeySeal(keyEncryptionKey: Uint8Array, random: RandomBytes): KeySeal {
  if (keyEncryptionKey.length !== 32) throw new Error('the key-encryption key must have 32 bytes');
  return {
    seal({ kid, privateJwk }) {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyEncryptionKey, nonce).setAAD(boundTo(kid));
      return Buffer.concat([nonce, cipher.update(JSON.stringify(privateJwk)), cipher.final(), cipher.getAuthTag()]);
    },
    open(kid, sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(CIPHER, keyEncryptionKey, bytes.subarray(0, NONCE_BYTES)).setAAD(boundTo(kid));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString();
        return JSON.parse(text) as ReturnType<KeySeal['open']>;
      } catch (cause) {
        throw new Error(`signing key ${kid} cannot be opened: the key-encryption key is not the one it was sealed with`, { cause });
      }
    },
  };
}
