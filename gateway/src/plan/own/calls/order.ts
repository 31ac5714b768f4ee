/** Places calls and writes of one executor in one order, finer than a clock. */
export interface Order {
  /** The next place; each is larger than the one before. */
  next(): number;
  /** The last place that was given. */
  last(): number;
  /** A mutation of a writer was answered: what the writer asks from now on has to see it. */
  written(writer: string): void;
  /** The place of the last answered mutation of a writer; 0 when none is recent enough to matter. */
  lastWrite(writer: string): number;
}

interface Write {
  readonly place: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * An order from 1 on. Writes are remembered for as long as they can matter.
 * @param windowMs age beyond which no call is joined, so that an older write changes nothing any more
 * @param now epoch milliseconds
 */
export function order(windowMs: number, now: () => number): Order {
  const writes = new Map<string, Write>();
  let place = 0;
  const next = () => (place += 1);
  return {
    next,
    last: () => place,
    written(writer) {
      const at = now();
      for (const [other, { at: before }] of writes) {
        if (at - before <= windowMs) break;
        writes.delete(other);
      }
      // The oldest write stands first.
      writes.delete(writer);
      writes.set(writer, { place: next(), at });
    },
    lastWrite: (writer) => writes.get(writer)?.place ?? 0,
  };
}
