import type { Metrics } from '@veza/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What operators may look at. */
export interface OperatorOptions {
  readonly metrics: Metrics;
  /** Whether the gateway may be sent traffic. */
  readonly isReady: () => boolean;
  /** Whether it was ready once. */
  readonly hasStarted: () => boolean;
  /** Whether callers from other machines are answered: only on a port of its own. */
  readonly isPrivatePort: boolean;
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

function isFromThisMachine({ raw }: FastifyRequest): boolean {
  return LOOPBACK.test(raw.socket.remoteAddress ?? '');
}

/** Mounts `/livez`, `/readyz`, `/startupz` and `/metrics`. On the public port other machines are told that there is nothing. */
export async function operatorRoutes(scope: FastifyInstance, options: OperatorOptions): Promise<void> {
  const { metrics, isReady, hasStarted, isPrivatePort } = options;
  if (!isPrivatePort) {
    scope.addHook('onRequest', (request, reply, done) => {
      if (isFromThisMachine(request)) done();
      else reply.callNotFound();
    });
  }
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store');
    done();
  });
  const probe = (path: string, isFine: () => boolean) =>
    scope.get(path, (_request, reply) => {
      const status = isFine() ? 200 : 503;
      return reply.code(status).send({ status: status === 200 ? 'ok' : 'unavailable' });
    });
  probe('/livez', () => true);
  probe('/readyz', isReady);
  probe('/startupz', hasStarted);
  scope.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
}
