import type { FastifyInstance } from 'fastify';
import type { AllowedOrigins } from './origins.ts';

const ONE_YEAR_SECONDS = 365 * 24 * 3600;
const PREFLIGHT_SECONDS = '600';
/** What a client says of itself; every other header of ours comes from the gateway only. */
const CLIENT_HEADER = 'x-veza-client';
const FORGEABLE: readonly string[] = ['forwarded', 'x-forwarded-user'];

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-site',
  'permissions-policy': 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
};

/** Echoes the request id, sends the security headers with every answer and takes off inbound headers that nobody outside may set. */
export function addCommonHeaders(server: FastifyInstance, publicUrl: string): void {
  const headers = publicUrl.startsWith('https:')
    ? { ...SECURITY_HEADERS, 'strict-transport-security': `max-age=${ONE_YEAR_SECONDS}` }
    : SECURITY_HEADERS;
  server.addHook('onRequest', (request, reply, done) => {
    for (const name of Object.keys(request.headers)) {
      const isOurs = name.startsWith('x-veza-') && name !== CLIENT_HEADER;
      if (isOurs || FORGEABLE.includes(name)) delete request.headers[name];
    }
    reply.headers(headers);
    reply.header('x-request-id', request.id);
    done();
  });
}

/**
 * Lets allowed web pages read answers and answers their preflights.
 * @param methods of the routes in this scope, e.g. `GET, POST`
 */
export function addCors(scope: FastifyInstance, origins: AllowedOrigins, methods: string): void {
  scope.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin !== undefined && origins.includes(origin)) {
      reply.header('access-control-allow-origin', origin);
      reply.header('access-control-expose-headers', 'ratelimit, ratelimit-policy, retry-after, www-authenticate, x-request-id');
    }
    done();
  });
  const answerPreflight = (origin: string | undefined): Readonly<Record<string, string>> =>
    origin !== undefined && origins.includes(origin)
      ? {
          'access-control-allow-methods': methods,
          'access-control-allow-headers':
            'accept, apollo-require-preflight, authorization, content-encoding, content-type, idempotency-key, last-event-id, traceparent, x-request-id, x-veza-client',
          'access-control-max-age': PREFLIGHT_SECONDS,
        }
      : {};
  scope.addHook('preHandler', (request, reply, done) => {
    if (request.method !== 'OPTIONS') return done();
    reply
      .code(204)
      .headers({
        ...answerPreflight(request.headers.origin),
        vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
        allow: `${methods}, OPTIONS`,
      })
      .send();
    return undefined;
  });
}
