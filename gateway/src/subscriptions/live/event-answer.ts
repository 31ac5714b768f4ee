import type { ByteText } from '../../plan/own/live/byte-texts.ts';
import type { UpstreamEvent } from '../../plan/subscription-plan.ts';
import type { FrameBody } from '../frames.ts';

/** The answer to an event as JSON, and the brace that closes the message of a WebSocket. */
export interface EventAnswer extends FrameBody {
  /** All of it in memory that stays as it is. */
  bytes(): Buffer;
  /** Keeps nothing of it that can be written again: few will still want it. */
  compact(): void;
}

const BRACE = 0x7d;

/** An answer that had to wait for others: it is kept. @param json `{"data":…}` */
export function writtenAnswer(json: string): EventAnswer {
  const body = Buffer.from(`${json}}`);
  return {
    maxBytes: body.length,
    bytes: () => body,
    writeTo(target, at) {
      target.set(body, at);
      return body.length;
    },
    compact: () => undefined,
  };
}

/** Who writes answers at once. */
export interface AnswerWriter {
  writeNow(event: UpstreamEvent): ByteText | undefined;
}

interface AnswerText {
  readonly writer: AnswerWriter;
  readonly isForOne: boolean;
  readonly text: ByteText;
}

/**
 * An answer for which nobody has to be asked. The first client's frame is written from its text; bytes are only kept when a second client
 * wants them, and what is not kept is written again.
 */
class RepeatableAnswer implements EventAnswer {
  readonly #event: UpstreamEvent;
  readonly #writer: AnswerWriter;
  readonly #isForOne: boolean;
  #text: ByteText | undefined;
  #bytes: Buffer | undefined;
  #hasBeenWritten = false;

  constructor(event: UpstreamEvent, { writer, isForOne, text }: AnswerText) {
    this.#event = event;
    this.#writer = writer;
    this.#isForOne = isForOne;
    this.#text = text;
  }

  get maxBytes(): number {
    return this.#bytes?.length ?? this.#json.length + 1;
  }

  bytes(): Buffer {
    if (!this.#bytes) {
      this.#bytes = Buffer.from(`${this.#json}}`, 'latin1');
      this.#text = undefined;
    }
    return this.#bytes;
  }

  writeTo(target: Buffer, at: number): number {
    if (this.#hasBeenWritten) {
      const bytes = this.bytes();
      target.set(bytes, at);
      return bytes.length;
    }
    this.#hasBeenWritten = true;
    const length = target.write(this.#json, at, 'latin1');
    target[at + length] = BRACE;
    if (this.#isForOne) this.#text = undefined;
    return length + 1;
  }

  compact(): void {
    this.#text = undefined;
    this.#bytes = undefined;
    this.#hasBeenWritten = false;
  }

  get #json(): ByteText {
    this.#text ??= this.#writer.writeNow(this.#event)!;
    return this.#text;
  }
}

/** Undefined where somebody has to be asked for it. @param isForOne whether nobody else is likely to want it */
export function repeatableAnswer(event: UpstreamEvent, writer: AnswerWriter, isForOne: boolean): EventAnswer | undefined {
  const text = writer.writeNow(event);
  return text === undefined ? undefined : new RepeatableAnswer(event, { writer, isForOne, text });
}
