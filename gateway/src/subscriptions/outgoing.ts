import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { textFrame } from './frames.ts';
import type { SharedEvent } from './live/shared-event.ts';
import type { MessagePrefix } from './message-prefix.ts';

/** What is written to one client, and what waits for it. */
export interface Outgoing {
  /** Writes a message of the protocol. */
  send(text: string): void;
  /** Writes an event that others get too. */
  event(prefix: MessagePrefix, event: SharedEvent): void;
  /** Whether another event may be written: fewer than 256 and less than 1 MiB wait for the client. */
  hasRoom(): boolean;
  /** Calls back once when everything that waited has left. */
  whenRoom(listener: () => void): void;
  cork(): void;
  uncork(): void;
  /** Milliseconds in which the client has taken nothing of what waits for it; 0 when nothing waits. Exact to the time between two calls. */
  stalledMs(): number;
  /** Messages written since it was last asked. */
  sentSince(): number;
  /** Nothing is written any more, and nobody called back. */
  end(): void;
}

/** How much may wait for one client. */
export interface OutgoingLimits {
  readonly events: number;
  readonly bytes: number;
}

/** @see gateway.md 6.3 */
export const OUTGOING_LIMITS: OutgoingLimits = { events: 256, bytes: 1024 * 1024 };

/** Where Node tells how much of the write that is under way the network has not taken yet. */
interface Handle {
  readonly _handle?: { readonly writeQueueSize?: number } | null;
}

/** The TCP socket that a WebSocket owns. `ws` does not promise it, so its version is pinned and a test looks for it. */
export function tcpSocketOf(socket: WebSocket): Socket {
  return (socket as unknown as { readonly _socket: Socket })._socket;
}

/**
 * Writes to one client. Events go past `ws` to its TCP socket: with compression off `ws` writes every message as whole frames at once, so
 * that frames of others never end up inside one.
 * @param now milliseconds
 */
export function outgoing(socket: WebSocket, limits: OutgoingLimits, now: () => number): Outgoing {
  const tcp = tcpSocketOf(socket);
  /** Writes since nothing waited: at most so many messages wait. */
  let writes = 0;
  let sent = 0;
  let hasEnded = false;
  let forRoom: (() => void)[] = [];
  let taken = 0;
  let takenAt = now();

  const letGo = () => {
    writes = 0;
    const released = forRoom;
    forRoom = [];
    if (!hasEnded) for (const release of released) release();
  };
  const count = () => {
    if (tcp.writableLength === 0) writes = 0;
    writes += 1;
    sent += 1;
  };
  /** Small messages may be too many before they are long enough for the socket to tell when it has room again. */
  const write = (frame: Buffer) => {
    if (writes === limits.events) tcp.write(frame, letGo);
    else tcp.write(frame);
  };
  tcp.on('drain', letGo);

  return {
    send(text) {
      if (hasEnded || socket.readyState !== socket.OPEN) return;
      sent += 1;
      socket.send(text);
    },
    event(prefix, event) {
      if (hasEnded || socket.readyState !== socket.OPEN) return;
      count();
      // What waits keeps its page in memory, so only what leaves at once shares one with others.
      if (!event.isLarge) return write(textFrame(prefix.text, event.body, tcp.writableLength === 0));
      tcp.cork();
      tcp.write(prefix.opening);
      write(event.continuation);
      tcp.uncork();
    },
    hasRoom: () => (writes < limits.events ? tcp.writableLength < limits.bytes : tcp.writableLength === 0),
    whenRoom: (listener) => void forRoom.push(listener),
    cork: () => tcp.cork(),
    uncork: () => tcp.uncork(),
    stalledMs() {
      const { writableLength } = tcp;
      if (writableLength === 0) return 0;
      const gone = tcp.bytesWritten - writableLength - ((tcp as Handle)._handle?.writeQueueSize ?? 0);
      if (gone !== taken) {
        taken = gone;
        takenAt = now();
      }
      return now() - takenAt;
    },
    sentSince() {
      const since = sent;
      sent = 0;
      return since;
    },
    end() {
      hasEnded = true;
      tcp.off('drain', letGo);
      forRoom = [];
    },
  };
}
