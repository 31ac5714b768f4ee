import { CloseCode, serverMessage } from './protocol.ts';
import type { SocketTiming } from './timing.ts';

/** Why a slow client is sent away; it comes again and goes on from its cursor. */
export const TOO_SLOW = 'Too slow';

/** What a look at a socket may find and do. */
export interface Watched {
  /** Milliseconds since the client last took something of what waits for it. */
  stalledMs(): number;
  /** Milliseconds until the access token expires. */
  expiresInMs(now: number): number;
  /** Whether its caller may still go on. */
  isAlive(): boolean;
  send(text: string): void;
  ping(): void;
  close(code: CloseCode, reason: string): void;
  terminate(): void;
}

/** Looks after one socket: pings, silence, slowness and the end of its token. */
export interface SocketWatch {
  /** Something came from the client. */
  heard(): void;
  /** A newer token came. */
  refreshed(): void;
  look(now: number): void;
}

/** Starts to look after a socket. @param now milliseconds */
export function socketWatch(socket: Watched, timing: SocketTiming, now: () => number): SocketWatch {
  let heardAt = now();
  let pingedAt = now();
  let isWarned = false;

  const checkToken = (at: number) => {
    const expiresInMs = socket.expiresInMs(at);
    if (expiresInMs <= 0 || !socket.isAlive()) socket.close(CloseCode.forbidden, 'Forbidden');
    else if (expiresInMs <= timing.expiryWarningMs && !isWarned) {
      isWarned = true;
      socket.send(serverMessage.expiresIn(Math.ceil(expiresInMs)));
    }
  };
  return {
    heard: () => void (heardAt = now()),
    refreshed: () => void (isWarned = false),
    look(at) {
      if (at - heardAt > timing.idleMs) return socket.terminate();
      if (socket.stalledMs() > timing.stalledMs) return socket.close(CloseCode.tryAgainLater, TOO_SLOW);
      if (at - pingedAt >= timing.pingMs) {
        pingedAt = at;
        socket.ping();
      }
      return checkToken(at);
    },
  };
}
