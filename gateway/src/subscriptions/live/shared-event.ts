import type { EventMarks } from '../../plan/subscription-plan.ts';
import { continuationFrame, MAX_COPIED_BYTES } from '../frames.ts';

/** What is told of an event beside its text. */
export type SharedMarks = Pick<EventMarks, 'typeName' | 'cursor' | 'seq' | 'subject' | 'quotes'>;

/** One event as every client of a group gets it: written once, the same bytes for all. */
export class SharedEvent {
  /** Place in its feed: each event's is one more than that of the event before it. */
  readonly number: number;
  readonly marks: SharedMarks;
  /** The answer as JSON text, and the brace that closes the message of a WebSocket. */
  readonly body: Buffer;
  /** A later event was about the same: who did not get this one yet must not get it from memory. */
  isOutOfDate = false;
  /** For an event of a catch-up: number of the live event that follows it, once that is known. */
  liveNext: number | undefined = undefined;
  #continuation: Buffer | undefined;

  /** @param json the answer: `{"data":…}` */
  constructor(number: number, marks: SharedMarks, json: string) {
    this.number = number;
    this.marks = marks;
    this.body = Buffer.from(`${json}}`);
  }

  /** The answer as JSON text. */
  get payload(): Buffer {
    return this.body.subarray(0, -1);
  }

  /** Whether it is sent in two frames, the second of which is the same memory for all. */
  get isLarge(): boolean {
    return this.body.length > MAX_COPIED_BYTES;
  }

  /** The second frame of a large event. */
  get continuation(): Buffer {
    this.#continuation ??= continuationFrame(this.body);
    return this.#continuation;
  }
}
