import { ANONYMOUS } from '@veza/auth';
import type { Limits } from '@veza/guard';
import { GraphQLError } from 'graphql';
import type { RawData, WebSocket } from 'ws';
import { parseJson } from '../http/body.ts';
import type { Engine } from '../pipeline/engine.ts';
import { withPayload, type HeaderFields } from '../pipeline/forwarded-headers.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { Identity } from '../plugins/use-authentication.ts';
import type { JsonObject } from '../transport/port.ts';
import type { FrameBatch } from './frame-batch.ts';
import type { LiveGroups } from './live/groups.ts';
import type { LiveSocket, LiveSockets } from './live-sockets.ts';
import { outgoing, OUTGOING_LIMITS } from './outgoing.ts';
import { clientMessage, CloseCode, closeReason, serverMessage, type ClientMessage, type Malformed } from './protocol.ts';
import { runningOperations } from './running-operations.ts';
import { socketIdentity, type TokenVerdict } from './socket-identity.ts';
import type { SocketMetrics } from './socket-metrics.ts';
import { socketWatch, TOO_SLOW } from './socket-watch.ts';
import type { SocketTiming } from './timing.ts';
import { tokenBucket } from './token-bucket.ts';

/** A socket of a client. */
export interface ClientSocket extends LiveSocket {
  readonly bufferedBytes: number;
  /** Looks after it; called at every tick. @param now epoch milliseconds */
  look(now: number): void;
}

/** What all sockets share. */
export interface SocketOptions {
  readonly engine: Engine;
  readonly groups: LiveGroups;
  readonly mask: ErrorMask;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly timing: SocketTiming;
  readonly metrics: SocketMetrics;
  readonly sockets: LiveSockets<ClientSocket>;
  readonly frames: FrameBatch;
  readonly newRequestId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What the upgrade request told of the client. */
export interface Peer {
  readonly clientAddress: string | undefined;
  readonly userAgent: string | undefined;
  readonly client: string | undefined;
  readonly headers: HeaderFields;
}

const SUBSCRIBE_BEFORE_ACK = 'Unauthorized';

/**
 * States: waiting for `connection_init` → initialising, while the token is looked at → acknowledged → ended.
 * A second `connection_init` ends the socket in every state; `subscribe` ends it before it is acknowledged; silence ends it in the first.
 */
export function clientSocket(socket: WebSocket, peer: Peer, options: SocketOptions): ClientSocket {
  const { engine, groups, mask, limits, timing, metrics, sockets, frames, newRequestId, now } = options;
  let state: 'waiting' | 'initialising' | 'acknowledged' | 'ended' = 'waiting';
  let { headers } = peer;
  const identity = socketIdentity(options.identity);
  const queue = outgoing(socket, { limits: OUTGOING_LIMITS, frames, now });
  const inbound = tokenBucket(limits.socketMessageBurst, limits.socketMessagesPerSecond, now());

  const { send } = queue;
  const end = () => {
    state = 'ended';
    clearTimeout(initTimer);
    operations.stopAll();
    metrics.sent(queue.sentSince());
    queue.end();
    sockets.remove(self);
  };
  const close = (code: CloseCode, reason: string) => {
    if (state === 'ended') return;
    end();
    socket.close(code, closeReason(reason));
  };
  const forbid = () => close(CloseCode.forbidden, 'Forbidden');
  const watch = socketWatch(
    {
      stalledMs: () => queue.stalledMs(),
      expiresInMs: (at) => identity.expiresInMs(at),
      isAlive: () => options.identity.isAlive(identity.caller ?? ANONYMOUS),
      send,
      ping: () => socket.ping(),
      close,
      terminate: () => socket.terminate(),
    },
    timing,
    now,
  );
  const operations = runningOperations({
    engine,
    groups,
    mask,
    outgoing: queue,
    metrics,
    max: limits.socketOperations,
    origin: () => ({ ...peer, headers, requestId: newRequestId(), caller: identity.caller ?? ANONYMOUS }),
    onFatal: (reason) => (reason === 'unidentified' ? forbid() : close(CloseCode.tryAgainLater, TOO_SLOW)),
  });

  /** Answers whether the token was taken; else the socket is closed. */
  const isTaken = (verdict: TokenVerdict): boolean => {
    if (verdict === 'refused') forbid();
    if (verdict === 'unknown') close(CloseCode.tryAgainLater, 'Tokens cannot be checked now');
    return verdict === 'accepted' && state !== 'ended';
  };
  const initialise = async (payload: JsonObject | undefined) => {
    if (state !== 'waiting') return close(CloseCode.tooManyInitialisationRequests, 'Too many initialisation requests');
    state = 'initialising';
    clearTimeout(initTimer);
    if (!isTaken(await identity.open(payload))) return;
    if (sockets.identify(self) > limits.userSockets) return close(CloseCode.tooManyInitialisationRequests, 'Too many sockets');
    state = 'acknowledged';
    headers = withPayload(headers, payload);
    send(serverMessage.ack);
  };
  const answerPing = async ({ token, ...payload }: JsonObject = {}) => {
    send(serverMessage.pong(Object.keys(payload).length > 0 ? payload : undefined));
    if (typeof token !== 'string' || state !== 'acknowledged' || !isTaken(await identity.refresh(token))) return;
    sockets.identify(self);
    watch.refreshed();
  };
  const subscribe = (id: string, payload: JsonObject) => {
    if (state !== 'acknowledged') return close(CloseCode.unauthorized, SUBSCRIBE_BEFORE_ACK);
    if (operations.start(id, payload) === 'taken') close(CloseCode.subscriberAlreadyExists, `Subscriber for ${id} already exists`);
  };
  const handle = (message: ClientMessage | Malformed): Promise<void> | void => {
    switch (message.type) {
      case 'malformed':
        return close(CloseCode.badRequest, message.reason);
      case 'connection_init':
        return initialise(message.payload);
      case 'ping':
        return answerPing(message.payload);
      case 'pong':
        return undefined;
      case 'subscribe':
        return subscribe(message.id, message.payload);
      case 'complete':
        return operations.stop(message.id);
    }
  };
  const read = (data: RawData, isBinary: boolean): ClientMessage | Malformed => {
    if (isBinary || !Buffer.isBuffer(data)) return { type: 'malformed', reason: 'A message must be text' };
    try {
      return clientMessage(parseJson(data, limits));
    } catch (error) {
      return { type: 'malformed', reason: error instanceof GraphQLError ? error.message : 'A message must be JSON' };
    }
  };

  const initTimer = setTimeout(
    () => close(CloseCode.connectionInitialisationTimeout, 'Connection initialisation timeout'),
    limits.initWaitMs,
  );
  socket.on('message', (data, isBinary) => {
    watch.heard();
    if (state === 'ended') return;
    if (!inbound.take(now())) return close(CloseCode.tryAgainLater, 'Too many messages');
    Promise.resolve(handle(read(data, isBinary))).catch(() => close(CloseCode.internalServerError, 'Internal server error'));
  });
  socket.on('ping', () => watch.heard());
  socket.on('pong', () => watch.heard());
  socket.on('error', () => undefined);
  socket.on('close', (code) => {
    if (state !== 'ended') end();
    metrics.closed(code);
  });

  const self: ClientSocket = {
    get caller() {
      return identity.caller;
    },
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    close,
    look: (at) => {
      metrics.sent(queue.sentSince());
      if (state !== 'ended') watch.look(at);
    },
  };
  sockets.add(self);
  metrics.opened();
  return self;
}
