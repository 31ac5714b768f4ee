import type { WebSocket } from 'ws';

/** What waits for one client, bounded: events are only asked for while there is room. */
export interface Outgoing {
  /** Writes a message. Resolves when it has left for the network, or never will. */
  send(text: string): Promise<void>;
  /** Resolves when another event may be sent; at once while there is room, and when the socket ends. */
  room(): Promise<void>;
  /** Milliseconds since the client last took something of what waits for it; 0 when nothing waits. */
  stalledMs(): number;
  /** Lets everybody go who waits for room. */
  end(): void;
}

/** How much may wait for one client. */
export interface OutgoingLimits {
  readonly events: number;
  readonly bytes: number;
}

/** @see gateway.md 6.3 */
export const OUTGOING_LIMITS: OutgoingLimits = { events: 256, bytes: 1024 * 1024 };

/** Puts a bound before a socket. @param now milliseconds */
export function outgoing(socket: WebSocket, limits: OutgoingLimits, now: () => number): Outgoing {
  let waiting = 0;
  let progressAt = now();
  let hasEnded = false;
  let forRoom: (() => void)[] = [];

  const hasRoom = () => hasEnded || (waiting < limits.events && socket.bufferedAmount < limits.bytes);
  const letGo = () => {
    const released = forRoom;
    forRoom = [];
    for (const release of released) release();
  };
  const taken = () => {
    waiting -= 1;
    progressAt = now();
    if (hasRoom()) letGo();
  };

  return {
    send(text) {
      if (hasEnded || socket.readyState !== socket.OPEN) return Promise.resolve();
      if (waiting === 0) progressAt = now();
      waiting += 1;
      return new Promise((resolve) => {
        socket.send(text, () => {
          taken();
          resolve();
        });
      });
    },
    room: () => (hasRoom() ? Promise.resolve() : new Promise((resolve) => forRoom.push(resolve))),
    stalledMs: () => (waiting === 0 ? 0 : now() - progressAt),
    end() {
      hasEnded = true;
      letGo();
    },
  };
}
