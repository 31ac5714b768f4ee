import type { EventSink } from './live/event-sink.ts';
import { messagePrefix } from './message-prefix.ts';
import type { OperationEnd } from './operation-end.ts';
import type { Outgoing } from './outgoing.ts';
import { serverMessage } from './protocol.ts';

/** What a sink writes to. */
export interface SocketSinkOptions {
  /** Of the operation. */
  readonly id: string;
  readonly outgoing: Outgoing;
  /** Writes a message, unless the client has stopped the operation. */
  readonly send: (text: string) => void;
  readonly onEnd: (end: OperationEnd) => void;
}

/** Writes the events of one operation as messages of `graphql-transport-ws`. */
export function socketSink({ id, outgoing, send, onEnd }: SocketSinkOptions): EventSink {
  const prefix = messagePrefix(id);
  const { hasRoom, whenRoom, cork, uncork } = outgoing;
  const end = (message: string) => {
    send(message);
    onEnd('done');
  };
  return {
    hasRoom,
    whenRoom,
    event: (event) => outgoing.event(prefix, event),
    cork,
    flush: uncork,
    complete: () => end(serverMessage.complete(id)),
    fail: (errors) => end(serverMessage.error(id, errors)),
    giveUp: () => onEnd('too slow'),
  };
}
