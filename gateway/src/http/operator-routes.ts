import type { Metrics } from '@veza/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServedSupergraphs } from '../supergraph/served-supergraphs.ts';
import type { ReloadOutcome } from '../supergraph/reloader.ts';
import type { Readiness } from './readiness.ts';

/** What operators may look at. */
export interface OperatorOptions {
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly supergraphs: Pick<ServedSupergraphs, 'current'>;
  /** Reads the supergraph again; absent where it cannot change. */
  readonly reload?: (() => Promise<ReloadOutcome>) | undefined;
  /** Whether callers from other machines are answered: only on a port of its own. */
  readonly isPrivatePort: boolean;
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;
/** Whoever comes through a proxy on this machine is not on this machine. */
const PROXIED = /^(?:forwarded|via|x-forwarded-\w+|x-real-ip)$/i;

/** The raw headers are looked at, because some of these are taken off every request. */
function isFromThisMachine({ raw }: FastifyRequest): boolean {
  const isProxied = raw.rawHeaders.some((text, index) => index % 2 === 0 && PROXIED.test(text));
  return !isProxied && LOOPBACK.test(raw.socket.remoteAddress ?? '');
}

/**
 * Mounts `/livez`, `/readyz`, `/startupz`, `/metrics`, `/supergraph.graphql` and, where the supergraph can change, `POST /-/reload`.
 * On the public port, callers from other machines are told that there is nothing. None of them asks a subgraph: that would turn the outage of one into the outage of all.
 */
export async function operatorRoutes(scope: FastifyInstance, options: OperatorOptions): Promise<void> {
  const { metrics, readiness, supergraphs, reload, isPrivatePort } = options;
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
  const answer = (reply: FastifyReply, isFine: boolean) =>
    isFine ? reply.send({ status: 'ok' }) : reply.code(503).send({ status: 'unavailable', because: readiness.obstacles() });
  scope.get('/livez', (_request, reply) => answer(reply, true));
  scope.get('/readyz', (_request, reply) => answer(reply, readiness.isReady()));
  scope.get('/startupz', (_request, reply) => answer(reply, readiness.hasStarted()));
  scope.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
  scope.get('/supergraph.graphql', (_request, reply) => reply.type('text/plain; charset=utf-8').send(supergraphs.current().state.sdl));
  if (!reload) return;
  scope.post('/-/reload', async (_request, reply) => {
    const outcome = await reload();
    return reply.code(outcome.kind === 'failed' ? 422 : 200).send({ status: outcome.kind, ...outcome });
  });
}
