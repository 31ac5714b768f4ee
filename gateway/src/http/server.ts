import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '@veza/guard';
import { durations, type Log, type Metrics } from '@veza/telemetry';
import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import { answerBrokenRequest } from './broken-request.ts';
import { codeOfHttpFault } from './faults.ts';
import { addCommonHeaders } from './headers.ts';
import { sendProblem } from './problem.ts';
import { requestIdOf } from './request-id.ts';

/** What an HTTP server of the gateway is made with. */
export interface HttpServerOptions {
  readonly limits: Limits;
  readonly publicUrl: string;
  readonly newRequestId: () => string;
  readonly log: Log;
  /** Proxies between the internet and here whose `X-Forwarded-For` entry is believed, counted from here. */
  readonly trustedProxyHops: number;
}

/** Above what proxies keep, so that they close first and never reuse a connection that ends. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 10_000;
const MAX_REQUESTS_PER_SOCKET = 10_000;

/** Durations of HTTP requests by method and status; a registry holds them once, however many servers there are. */
export type HttpDurations = ReturnType<typeof httpDurations>;

/** Registers the durations of HTTP requests. */
export function httpDurations(metrics: Metrics) {
  return durations(metrics, {
    name: 'veza_http_request_duration_seconds',
    help: 'From the head of an HTTP request to the end of its answer',
    labels: ['method', 'status'],
  });
}

/** Connections on which nobody has asked anything yet: Node takes them for busy, and browsers open some to spare. Cut when the server closes. */
function dropUnused(server: FastifyInstance): void {
  const unused = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  const isUsed = ({ socket }: IncomingMessage) => void unused.delete(socket);
  server.server.on('request', isUsed).on('upgrade', isUsed);
  server.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    done();
  });
}

/** A stream lasts as long as its client likes; that is no duration of an answer. */
const isStream = (reply: FastifyReply): boolean => String(reply.getHeader('content-type')).startsWith('text/event-stream');

/** A server with the limits, headers, error form and measurements that all its routes share; it has no route yet. */
export function httpServer(options: HttpServerOptions, observed: HttpDurations): FastifyInstance {
  const { limits, publicUrl, newRequestId, log, trustedProxyHops } = options;
  const server = fastify({
    logger: false,
    // Node refuses a head of this size; at our limit passes.
    http: { maxHeaderSize: limits.headerBytes + 1, headersTimeout: HEADERS_MS },
    bodyLimit: limits.bodyBytes,
    // An upload of gigabytes may take its time; routes with small bodies have a limit of their own.
    requestTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxRequestsPerSocket: MAX_REQUESTS_PER_SOCKET,
    genReqId: (request) => requestIdOf(request, newRequestId),
    forceCloseConnections: 'idle',
    trustProxy: (_address, hop) => hop < trustedProxyHops,
    onProtoPoisoning: 'error',
    routerOptions: { ignoreTrailingSlash: false },
    clientErrorHandler: answerBrokenRequest(newRequestId),
    // An address that cannot be decoded meets no route and no hook.
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendProblem(request, reply, codeOfHttpFault(error) ?? 'BAD_REQUEST');
    },
  });
  dropUnused(server);
  addCommonHeaders(server, publicUrl);
  server.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'NOT_FOUND'));
  server.setErrorHandler((error, request, reply) => {
    const code = codeOfHttpFault(error);
    if (!code) log.error('http.internal-error', { requestId: request.id, route: request.routeOptions.url, error });
    return sendProblem(request, reply, code ?? 'INTERNAL_SERVER_ERROR');
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (!isStream(reply)) observed.observe({ method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  return server;
}

/** How often connections are looked at that have become idle while the server closes. */
const IDLE_SWEEP_MS = 50;

/**
 * Takes no new connection, lets requests in flight finish, and closes each kept connection as soon as it is idle.
 * Those that are not finished after `finishMs` are cut: an upload of gigabytes goes on later from where it is.
 */
export async function closeServer(server: FastifyInstance, finishMs: number): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_SWEEP_MS);
  const cut = setTimeout(() => server.server.closeAllConnections(), finishMs);
  await server.close().finally(() => {
    clearInterval(sweep);
    clearTimeout(cut);
  });
}
