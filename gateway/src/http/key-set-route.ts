import type { FastifyInstance } from 'fastify';

/** Seconds that verifiers may keep the key set; keys are published a day ahead and live on for an hour, so this is safe. */
const MAX_AGE_SECONDS = 300;

/**
 * Mounts `/.well-known/jwks.json`: the public keys of access tokens.
 * @see RFC 7517 §5
 */
export async function keySetRoute(scope: FastifyInstance, options: { readonly keySet: () => Promise<object> }): Promise<void> {
  scope.get('/.well-known/jwks.json', async (_request, reply) => {
    const keys = await options.keySet();
    reply.headers({ 'cache-control': `public, max-age=${MAX_AGE_SECONDS}`, 'access-control-allow-origin': '*' });
    return reply.type('application/jwk-set+json').send(JSON.stringify(keys));
  });
}
