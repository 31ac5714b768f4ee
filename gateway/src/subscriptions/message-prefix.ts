import { openingFrame } from './frames.ts';

/** What stands before an event on one operation's way: made once, when the operation starts. */
export interface MessagePrefix {
  /** Text of a `next` message up to its payload. */
  readonly text: Buffer;
  /** The same as the first frame of a message that goes on in another. */
  readonly opening: Buffer;
}

/** @param id of the operation */
export function messagePrefix(id: string): MessagePrefix {
  const text = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return { text, opening: openingFrame(text) };
}
