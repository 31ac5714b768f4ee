import { MAX_COPIED_BYTES, writeTextFrame } from './frames.ts';
import type { SharedEvent } from './live/shared-event.ts';

/**
 * Puts frames for one client together, so that they leave in one write. One batch serves all clients, one after the other: who borrows it
 * takes out what it has put in before anything else happens.
 */
export interface FrameBatch {
  /** Bytes that have been put in and not been taken out. */
  readonly length: number;
  /** Whether some client has it. */
  readonly isLent: boolean;
  /** Lends it to a client. False when another has it. */
  lend(): boolean;
  giveBack(): void;
  /** Puts a message behind the others. False when there is not enough room. */
  add(prefix: Buffer, event: SharedEvent): boolean;
  /** Takes everything out. @param isPooled whether it may share a page with other frames: only what leaves at once */
  take(isPooled: boolean): Buffer;
}

const BATCH_BYTES = 4 * MAX_COPIED_BYTES;

/** An empty batch. */
export function frameBatch(): FrameBatch {
  const bytes = Buffer.allocUnsafeSlow(BATCH_BYTES);
  let length = 0;
  let isLent = false;
  return {
    get length() {
      return length;
    },
    get isLent() {
      return isLent;
    },
    lend() {
      if (isLent) return false;
      isLent = true;
      return true;
    },
    giveBack() {
      isLent = false;
    },
    add(prefix, event) {
      const end = writeTextFrame(bytes, length, prefix, event);
      if (end === undefined) return false;
      length = end;
      return true;
    },
    take(isPooled) {
      const taken = isPooled ? Buffer.allocUnsafe(length) : Buffer.allocUnsafeSlow(length);
      taken.set(bytes.subarray(0, length));
      length = 0;
      return taken;
    },
  };
}
