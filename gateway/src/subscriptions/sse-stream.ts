import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { EventSink } from './live/event-sink.ts';
import type { OutgoingLimits } from './outgoing.ts';
import { nextEvent, sseText } from './sse-text.ts';
import { sseWriter } from './sse-writer.ts';

/** One stream to one client. It ends once, in one of three ways; nothing is written afterwards. */
export interface SseStream {
  /** Where a group writes to. */
  readonly sink: EventSink;
  /** Shows that the stream lives, unless something waits for the client anyway. */
  comment(): void;
  /** Ends it with errors in the place of an answer. */
  fail(errors: readonly GraphQLFormattedError[]): void;
  /** Ends it without completing the operation: the client comes again. @param milliseconds after which it should */
  sendAway(milliseconds: number): void;
  /** Cuts it: the client takes nothing. */
  drop(): void;
  /** Milliseconds in which the client has taken nothing of what waits for it; 0 when nothing waits. */
  stalledMs(): number;
  /** Whether it has ended; at its beginning when the client is gone by then. */
  readonly isOver: boolean;
  /** What waits for the client. Bytes. */
  readonly bufferedBytes: number;
}

/** What a stream is made with. */
export interface SseStreamOptions {
  readonly limits: OutgoingLimits;
  /** Milliseconds. */
  readonly now: () => number;
  /** It is over, however that came. Called once. */
  readonly onOver: () => void;
}

/** Begins a stream. @param response whose head has been written */
export function sseStream(response: ServerResponse, { limits, now, onOver }: SseStreamOptions): SseStream {
  const writer = sseWriter(response, limits, now);
  let isOver = false;
  const over = () => {
    if (isOver) return;
    isOver = true;
    writer.end();
    onOver();
  };
  const finish = (text: string) => {
    writer.write(text);
    over();
    response.end();
  };
  const fail: EventSink['fail'] = (errors) => finish(`${sseText.errors(errors)}${sseText.complete}`);
  const drop = () => {
    over();
    response.destroy();
  };
  const { hasRoom, whenRoom, cork, uncork, stalledMs } = writer;
  if (response.destroyed) over();
  else response.once('close', over);
  // The head leaves with it, so that the client knows that it is followed.
  writer.write(sseText.comment);
  return {
    sink: {
      hasRoom,
      whenRoom,
      cork,
      flush: uncork,
      event: ({ payload, marks }) => writer.write(nextEvent(payload, marks.cursor)),
      complete: () => finish(sseText.complete),
      fail,
      giveUp: drop,
    },
    comment() {
      if (writer.isIdle()) writer.write(sseText.comment);
    },
    fail,
    sendAway: (milliseconds) => finish(sseText.retry(milliseconds)),
    drop,
    stalledMs,
    get isOver() {
      return isOver;
    },
    get bufferedBytes() {
      return response.writableLength;
    },
  };
}
