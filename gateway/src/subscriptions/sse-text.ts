import type { AnyError } from '../pipeline/outcome.ts';

/**
 * What is written to an event stream, as `graphql-sse` reads it in its mode of distinct connections.
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const sseText = {
  /** Keeps proxies from taking a silent stream for a dead one. */
  comment: ':\n\n',
  /** The operation is over. */
  complete: 'event: complete\ndata: \n\n',
  /** One answer. @param answerJson JSON text, which holds no line break */
  next: (answerJson: string) => `event: next\ndata: ${answerJson}\n\n`,
  /** Errors in the place of an answer. */
  errors: (errors: readonly AnyError[]) => `event: next\ndata: ${JSON.stringify({ errors })}\n\n`,
  /** When to come again. @param milliseconds whole */
  retry: (milliseconds: number) => `retry: ${milliseconds}\n\n`,
} as const;

const NEXT = Buffer.from('event: next\ndata: ');
const END = Buffer.from('\n\n');
/** An id of several lines would be several fields, and browsers ignore one with U+0000. */
const UNFIT_ID = /[\r\n\0]/;

/** One answer that others get too. @param cursor of its event; clients send it back as `Last-Event-ID` */
export function nextEvent(answer: Buffer, cursor: string | undefined): Buffer {
  if (cursor === undefined || UNFIT_ID.test(cursor)) return Buffer.concat([NEXT, answer, END]);
  return Buffer.concat([Buffer.from(`id: ${cursor}\n`), NEXT, answer, END]);
}
