import type { EventMarks } from '../../plan/subscription-plan.ts';
import { continuationFrame, type FrameBody, MAX_COPIED_BYTES } from '../frames.ts';
import type { EventAnswer } from './event-answer.ts';

/** What is told of an event beside its text. */
export type SharedMarks = Pick<EventMarks, 'typeName' | 'cursor' | 'seq' | 'subject' | 'quotes'>;

/** One event as every client of a group gets it: written once, the same bytes for all. */
export class SharedEvent implements FrameBody {
  /** Place in its feed: each event's is one more than that of the event before it. */
  readonly number: number;
  readonly marks: SharedMarks;
  /** A later event was about the same: who did not get this one yet must not get it from memory. */
  isOutOfDate = false;
  /** For an event of a catch-up: number of the live event that follows it, once that is known. */
  liveNext: number | undefined = undefined;
  readonly #answer: EventAnswer;
  #continuation: Buffer | undefined;

  constructor(number: number, marks: SharedMarks, answer: EventAnswer) {
    this.number = number;
    this.marks = marks;
    this.#answer = answer;
  }

  /** The answer as JSON text, and the brace that closes the message of a WebSocket. */
  get body(): Buffer {
    return this.#answer.bytes();
  }

  /** The answer as JSON text. */
  get payload(): Buffer {
    return this.body.subarray(0, -1);
  }

  get maxBytes(): number {
    return this.#answer.maxBytes;
  }

  /** Whether it is sent in two frames, the second of which is the same memory for all. */
  get isLarge(): boolean {
    return this.maxBytes > MAX_COPIED_BYTES;
  }

  /** The second frame of a large event. */
  get continuation(): Buffer {
    this.#continuation ??= continuationFrame(this.body);
    return this.#continuation;
  }

  writeTo(bytes: Buffer, at: number): number {
    return this.#answer.writeTo(bytes, at);
  }

  /** Keeps nothing of its text that can be written again. */
  compact(): void {
    this.#answer.compact();
    this.#continuation = undefined;
  }
}
