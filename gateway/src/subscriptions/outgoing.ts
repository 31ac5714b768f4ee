import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { FrameBatch } from './frame-batch.ts';
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

/** What clients are written to with. */
export interface OutgoingOptions {
  readonly limits: OutgoingLimits;
  /** One for all clients. */
  readonly frames: FrameBatch;
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * Writes to one client. Events go past `ws` to its TCP socket: with compression off `ws` writes every message as whole frames at once, so
 * that frames of others never end up inside one.
 */
export function outgoing(socket: WebSocket, { limits, frames, now }: OutgoingOptions): Outgoing {
  const tcp = tcpSocketOf(socket);
  /** Messages since nothing waited: at most so many wait. */
  let writes = 0;
  let sent = 0;
  let isCorked = false;
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
  const waiting = () => (isCorked ? tcp.writableLength + frames.length : tcp.writableLength);
  const count = () => {
    if (waiting() === 0) writes = 0;
    writes += 1;
    sent += 1;
  };
  /** Small messages may be too many before they are long enough for the socket to tell when it has room again. */
  const write = (frame: Buffer) => {
    if (writes >= limits.events) tcp.write(frame, letGo);
    else tcp.write(frame);
  };
  /** What waits keeps its page in memory, so only what leaves at once shares one with others. */
  const isIdle = () => tcp.writableLength === 0;
  const flush = () => {
    if (isCorked && frames.length > 0) write(frames.take(isIdle()));
  };
  const uncork = () => {
    flush();
    if (isCorked) frames.giveBack();
    isCorked = false;
  };
  const writeLarge = (prefix: MessagePrefix, event: SharedEvent) => {
    flush();
    tcp.cork();
    tcp.write(prefix.opening);
    write(event.continuation);
    tcp.uncork();
  };
  const writeAlone = (prefix: MessagePrefix, event: SharedEvent) => {
    flush();
    if (!frames.isLent && frames.add(prefix.text, event)) write(frames.take(isIdle()));
    else write(textFrame(prefix.text, event.body, isIdle()));
  };
  tcp.on('drain', letGo);

  return {
    send(text) {
      if (hasEnded || socket.readyState !== socket.OPEN) return;
      sent += 1;
      flush();
      socket.send(text);
    },
    event(prefix, event) {
      if (hasEnded || socket.readyState !== socket.OPEN) return;
      count();
      if (event.isLarge) writeLarge(prefix, event);
      else if (!isCorked || !frames.add(prefix.text, event)) writeAlone(prefix, event);
    },
    hasRoom: () => (writes < limits.events ? waiting() < limits.bytes : waiting() === 0),
    whenRoom: (listener) => void forRoom.push(listener),
    cork() {
      isCorked ||= frames.lend();
    },
    uncork,
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
      uncork();
      hasEnded = true;
      tcp.off('drain', letGo);
      forRoom = [];
    },
  };
}
