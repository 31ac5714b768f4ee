import type { Feed } from './feed.ts';
import type { Subscriber } from './subscriber.ts';

/** Events that a feed may be ahead of the fastest who reads it. */
const AHEAD = 128;

/**
 * Lets a feed be read no faster than its fastest reader takes it, so that nothing is read only to be thrown away. Who falls behind the
 * fastest by more than the ring goes on from a feed of its own.
 */
export class Pace {
  #wake: (() => void) | undefined;

  /** Undefined when another event may be read now. @param readers of the feed */
  turn(feed: Feed, readers: Iterable<Subscriber>): Promise<void> | undefined {
    for (const reader of readers) {
      if (reader.next > feed.ring.head - AHEAD && reader.sink.hasRoom()) return undefined;
    }
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** A reader has come, gone, or taken something; or the feed is stopped. */
  changed(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}
