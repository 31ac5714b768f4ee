import type { ServerResponse } from 'node:http';
import type { Caller } from '@veza/auth';
import { graphqlError } from '@veza/graphql';
import type { Limits } from '@veza/guard';
import type { GraphQLError } from 'graphql';
import type { LiveOperation } from '../pipeline/live-operation.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { Identity } from '../plugins/use-authentication.ts';
import type { LiveGroups, Membership } from './live/groups.ts';
import type { LiveSockets } from './live-sockets.ts';
import { OUTGOING_LIMITS } from './outgoing.ts';
import { CloseCode } from './protocol.ts';
import type { ClientSocket } from './socket.ts';
import type { SocketsPerAddress } from './sockets-per-address.ts';
import { sseStream } from './sse-stream.ts';
import type { SocketTiming } from './timing.ts';

/** What event streams work with. */
export interface EventStreamsOptions {
  readonly groups: LiveGroups;
  /** Streams are held among the sockets: they count for the same person, end with the same session, and drain together. */
  readonly sockets: LiveSockets<ClientSocket>;
  /** The same count as that of sockets. */
  readonly perAddress: SocketsPerAddress;
  readonly identity: Identity;
  readonly mask: ErrorMask;
  readonly limits: Limits;
  readonly timing: SocketTiming;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A subscription that is to be streamed. */
export interface StreamRequest {
  readonly operation: LiveOperation;
  /** Cursor of the last event that the client has seen, by `Last-Event-ID`; stronger than the argument, which is as old as the request. */
  readonly lastEventId: string | undefined;
  /** Writes the head of the answer. */
  readonly begin: () => ServerResponse;
}

/** Carries subscriptions to clients without WebSockets. */
export interface EventStreams {
  /** @throws GraphQLError RATE_LIMITED when the person or their household has too many sockets and streams, OVERLOADED while the gateway closes; nothing is begun then */
  follow(request: StreamRequest): void;
}

const COMMENT_MS = 15_000;
const SOON_MS = 1_000;

/** Reads what `drainSockets` tells. */
function retryAfterMs(reason: string): number {
  const { retryAfterMs: told } = JSON.parse(reason) as { readonly retryAfterMs?: number };
  return told ?? SOON_MS;
}

function tooMany(who: 'household' | 'person', name: keyof Limits, max: number, actual: number): GraphQLError {
  return graphqlError('RATE_LIMITED', `One ${who} has at most ${max} sockets and streams.`, { limit: { name, max, actual } });
}

const hasExpired = (caller: Caller, at: number): boolean => caller.kind === 'user' && caller.expiresAt * 1000 <= at;

/** No stream yet. Each ends by itself, with its token, when its client is gone, or when that is too slow for its bounds. */
export function eventStreams({ groups, sockets, perAddress, identity, mask, limits, timing, now }: EventStreamsOptions): EventStreams {
  const { commentMs = COMMENT_MS, stalledMs } = timing;

  /** Files a stream among the sockets, unless its household or its person has too many already. Answers how to file it no more. */
  const file = (self: ClientSocket, clientAddress: string | undefined): (() => void) => {
    if (sockets.isSealed) throw graphqlError('OVERLOADED', 'The gateway is about to stop.');
    const { userSockets, addressSockets } = limits;
    if (perAddress.isCrowd(clientAddress)) throw tooMany('household', 'addressSockets', addressSockets, addressSockets + 1);
    sockets.add(self);
    const actual = sockets.identify(self);
    if (actual > userSockets) {
      sockets.remove(self);
      throw tooMany('person', 'userSockets', userSockets, actual);
    }
    const leaveHousehold = perAddress.enter(clientAddress);
    return () => {
      sockets.remove(self);
      leaveHousehold();
    };
  };

  return {
    follow({ operation, lastEventId, begin }) {
      const { caller, requestId, clientAddress } = operation.meta;
      let membership: Membership | undefined;
      let commentedAt = now();
      const self: ClientSocket = {
        caller,
        get bufferedBytes() {
          return stream.bufferedBytes;
        },
        close(code, reason) {
          if (code === CloseCode.serviceRestart) stream.sendAway(retryAfterMs(reason));
          else if (code !== CloseCode.forbidden) stream.drop();
          else stream.fail([mask(graphqlError('UNAUTHENTICATED', 'The access token is not valid any more.'), requestId)]);
        },
        look(at) {
          if (stream.stalledMs() > stalledMs) return stream.drop();
          if (hasExpired(caller, at) || !identity.isAlive(caller)) return self.close(CloseCode.forbidden, 'Forbidden');
          if (at - commentedAt < commentMs) return undefined;
          commentedAt = at;
          return stream.comment();
        },
      };
      let unfile: () => void;
      try {
        unfile = file(self, clientAddress);
      } catch (refusal) {
        operation.release();
        throw refusal;
      }
      const onOver = () => {
        unfile();
        membership?.leave();
      };
      const stream = sseStream(begin(), { limits: OUTGOING_LIMITS, now, onOver });
      if (stream.isOver) return operation.release();
      membership = groups.join(operation, stream.sink, operation.plan.isResumable ? lastEventId : undefined);
      return undefined;
    },
  };
}
