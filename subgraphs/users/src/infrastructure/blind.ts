import { createHmac, hkdfSync } from 'node:crypto';

/** A keyed digest: equal texts have equal digests, and nobody without the key can tell which text it is. */
export function blind(secret: Uint8Array): (text: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'veza users limit keys v1', 32));
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
