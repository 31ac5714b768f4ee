import { createHash } from 'node:crypto';
import type { SigningKey } from '@veza/auth';
import { z } from 'zod';

const JWK = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
  d: z.string().regex(/^[\w-]{43}$/),
});

/** @see RFC 7638 §3, RFC 8037 §2 */
const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');

function keyOf(text: string): SigningKey | undefined {
  try {
    const { x, d } = JWK.parse(JSON.parse(text));
    const kid = thumbprint(x);
    return { kid, privateJwk: { kty: 'OKP', crv: 'Ed25519', x, d, kid, alg: 'EdDSA' } };
  } catch {
    return undefined;
  }
}

/** An Ed25519 key that signs, as the JSON text of its private JWK. @see RFC 8037 */
export const signingKeyText = z.string().transform((text, { addIssue }): SigningKey => {
  const key = keyOf(text);
  if (key) return key;
  addIssue({ code: 'custom', message: 'must be an Ed25519 private key as JWK' });
  return z.NEVER;
});
