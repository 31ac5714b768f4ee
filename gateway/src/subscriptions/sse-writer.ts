import type { ServerResponse } from 'node:http';
import type { OutgoingLimits } from './outgoing.ts';

/** What is written to one client of an event stream, and what waits for it. */
export interface SseWriter {
  write(chunk: string | Buffer): void;
  /** Whether another event may be written. */
  hasRoom(): boolean;
  /** Calls back once when there is room again. */
  whenRoom(listener: () => void): void;
  /** Whether everything has left. */
  isIdle(): boolean;
  /** Milliseconds in which the client has taken nothing of what waits for it; 0 when nothing waits. */
  stalledMs(): number;
  cork(): void;
  uncork(): void;
  /** Nothing is written any more, and nobody called back. */
  end(): void;
}

/** Puts bounds before a response whose head has been written. @param now milliseconds */
export function sseWriter(response: ServerResponse, limits: OutgoingLimits, now: () => number): SseWriter {
  let waiting = 0;
  let takenAt = now();
  let hasEnded = false;
  let forRoom: (() => void)[] = [];

  const hasRoom = () => waiting < limits.events && response.writableLength < limits.bytes;
  const taken = () => {
    waiting -= 1;
    takenAt = now();
    if (hasEnded || forRoom.length === 0 || !hasRoom()) return;
    const released = forRoom;
    forRoom = [];
    for (const release of released) release();
  };
  return {
    hasRoom,
    write(chunk) {
      if (hasEnded || response.destroyed) return;
      if (waiting === 0) takenAt = now();
      waiting += 1;
      response.write(chunk, taken);
    },
    whenRoom: (listener) => void forRoom.push(listener),
    isIdle: () => waiting === 0,
    stalledMs: () => (waiting === 0 ? 0 : now() - takenAt),
    cork: () => response.cork(),
    uncork: () => response.uncork(),
    end() {
      hasEnded = true;
      forRoom = [];
    },
  };
}
