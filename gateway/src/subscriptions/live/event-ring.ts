import type { SharedEvent } from './shared-event.ts';

/** The last events of a feed, found by number or by cursor. */
export class EventRing {
  readonly #events: (SharedEvent | undefined)[];
  readonly #capacity: number;
  #head = -1;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#events = Array.from({ length: capacity }, () => undefined);
  }

  /** Number of the newest event; −1 before the first. */
  get head(): number {
    return this.#head;
  }

  /** Number of the oldest event that is still here; one more than `head` when there is none. */
  get oldest(): number {
    return Math.max(0, this.#head - this.#capacity + 1);
  }

  get newest(): SharedEvent | undefined {
    return this.at(this.#head);
  }

  /** The event of a number; undefined when it is gone or has not come. */
  at(number: number): SharedEvent | undefined {
    const event = this.#events[number % this.#capacity];
    return event?.number === number ? event : undefined;
  }

  /** Takes the next event; the oldest makes room. @param outdates whether events before it that are about the same, or quote it, are out of date from now on */
  push(event: SharedEvent, outdates = false): void {
    const { subject } = event.marks;
    if (outdates && subject !== undefined) this.#outdate(subject);
    this.#head = event.number;
    this.#events[event.number % this.#capacity] = event;
  }

  /**
   * Number of the event that follows an event, which is here or came just before the oldest that is here.
   * Undefined when that cannot be told.
   */
  after({ cursor, seq }: { readonly cursor?: string | undefined; readonly seq?: number | undefined }): number | undefined {
    for (let number = this.#head; number >= this.oldest; number -= 1) {
      const { marks } = this.at(number)!;
      if (cursor !== undefined && marks.cursor === cursor) return number + 1;
    }
    const first = this.at(this.oldest);
    return seq !== undefined && first?.marks.seq === seq + 1 ? first.number : undefined;
  }

  #outdate(subject: string): void {
    for (let number = this.oldest; number <= this.#head; number += 1) {
      const event = this.at(number)!;
      const { marks } = event;
      if (marks.subject === subject || marks.quotes === subject) event.isOutOfDate = true;
    }
  }
}
