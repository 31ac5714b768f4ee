import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RevocationSet } from '@veza/auth';
import type { Metrics } from '@veza/telemetry';
import { WebSocketServer, type ServerOptions } from 'ws';
import type { AllowedOrigins } from '../http/origins.ts';
import { requestIdOf } from '../http/request-id.ts';
import type { Shedding } from '../overload/shedding.ts';
import { drainSockets } from './drain.ts';
import { frameBatch } from './frame-batch.ts';
import { CloseCode, SUBPROTOCOL } from './protocol.ts';
import { clientSocket, type Peer, type SocketOptions } from './socket.ts';
import { socketMetrics } from './socket-metrics.ts';
import type { SocketsPerAddress } from './sockets-per-address.ts';
import { tokenBucket } from './token-bucket.ts';
import { refuseUpgrade, upgradeRefusal } from './upgrade.ts';

/** What the server of sockets works with. */
export interface SocketServerOptions extends Omit<SocketOptions, 'metrics' | 'frames'> {
  readonly metrics: Metrics;
  readonly origins: AllowedOrigins;
  readonly revocations: RevocationSet | undefined;
  /** Address of a client behind trusted proxies. */
  readonly addressOf: (request: IncomingMessage) => string | undefined;
  readonly perAddress: SocketsPerAddress;
  readonly shedding: Shedding;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The WebSockets of one HTTP server. */
export interface SocketServer {
  /** Refuses new sockets from now on, and sends the open ones away. @param spreadMs see `drainSockets` */
  close(spreadMs: number): Promise<void>;
}

const PATH = '/graphql';
/** New sockets of all clients together; beyond, clients are asked to come a second later. */
const NEW_SOCKETS_PER_SECOND = 512;
/** How long a client may take to answer a close. */
const CLOSE_MS = 5_000;

const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);

/** An unknown sub-protocol is agreed to, so that the client can be told by a close code what is wrong. */
const chooseProtocol = (offered: ReadonlySet<string>): string | false =>
  offered.has(SUBPROTOCOL) ? SUBPROTOCOL : (offered.values().next().value ?? false);

/** Serves `graphql-transport-ws` on the upgrades of an HTTP server. */
export function socketServer(server: Server, options: SocketServerOptions): SocketServer {
  const { limits, timing, now, origins, revocations, newRequestId, addressOf, perAddress, shedding, random, sockets } = options;
  const bufferedBytes = () => [...sockets].reduce((total, socket) => total + socket.bufferedBytes, 0);
  const shared = { ...options, frames: frameBatch(), metrics: socketMetrics(options.metrics, bufferedBytes) };
  const handshakeOptions: ServerOptions & { readonly closeTimeout: number } = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.socketMessageBytes,
    closeTimeout: CLOSE_MS,
    handleProtocols: chooseProtocol,
  };
  const handshake = new WebSocketServer(handshakeOptions);
  handshake.on('wsClientError', (_error, socket, request) => {
    refuseUpgrade(socket, 'BAD_REQUEST', requestIdOf(request, newRequestId));
  });
  const arrivals = tokenBucket(NEW_SOCKETS_PER_SECOND, NEW_SOCKETS_PER_SECOND, now());
  const hasRoom = () => !sockets.isSealed && shedding.refusalOf('usual', 'socket') === undefined && arrivals.take(now());

  const peerOf = (request: IncomingMessage): Peer => ({
    clientAddress: addressOf(request),
    userAgent: request.headers['user-agent'],
    client: single(request.headers['x-veza-client']),
    headers: request.headers,
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const peer = peerOf(request);
    const { clientAddress } = peer;
    const refusal = upgradeRefusal(request, { path: PATH, origins, isCrowd: () => perAddress.isCrowd(clientAddress), hasRoom });
    if (refusal) return refuseUpgrade(socket, refusal, requestIdOf(request, newRequestId));
    socket.once('close', perAddress.enter(clientAddress));
    handshake.handleUpgrade(request, socket, head, (accepted) => {
      if (accepted.protocol === SUBPROTOCOL) clientSocket(accepted, peer, shared);
      else accepted.close(CloseCode.subprotocolNotAcceptable, 'Subprotocol not acceptable');
    });
  };
  const stopListening = revocations?.onRevoked((revocation) => {
    for (const socket of sockets.concernedBy(revocation)) {
      const isRevoked = socket.caller?.kind === 'user' && revocations.isRevoked(socket.caller);
      if (isRevoked) socket.close(CloseCode.forbidden, 'Forbidden');
    }
  });
  const ticking = setInterval(() => {
    for (const socket of sockets) socket.look(now());
  }, timing.tickMs);
  ticking.unref();
  server.on('upgrade', upgrade);

  return {
    async close(spreadMs) {
      sockets.seal();
      stopListening?.();
      await drainSockets(sockets, spreadMs, random);
      clearInterval(ticking);
    },
  };
}
