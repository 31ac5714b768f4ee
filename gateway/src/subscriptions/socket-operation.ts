import type { GraphQLFormattedError } from 'graphql';
import { answerJson } from '../http/write.ts';
import type { OperationRequest, RequestOrigin } from '../pipeline/context.ts';
import type { Engine } from '../pipeline/engine.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { AnyError, Outcome } from '../pipeline/outcome.ts';
import type { LiveGroups } from './live/groups.ts';
import type { OperationEnd } from './operation-end.ts';
import type { Outgoing } from './outgoing.ts';
import { serverMessage } from './protocol.ts';
import { socketSink } from './socket-sink.ts';

/** One operation on a socket. */
export interface SocketOperation {
  /** Runs it to its end, and answers how it ended. Never rejects. @param read answers the request, or throws what is wrong with it */
  run(read: () => OperationRequest, origin: Omit<RequestOrigin, 'signal'>): Promise<OperationEnd>;
  /** The client has had enough: everything upstream is released, and nothing more is sent. */
  stop(): void;
}

/** What an operation works with. */
export interface SocketOperationOptions {
  readonly id: string;
  readonly engine: Engine;
  readonly groups: LiveGroups;
  readonly mask: ErrorMask;
  readonly outgoing: Outgoing;
}

/** States: running, until the operation ends by itself (`complete` or `error` is sent) or the client stops it (nothing is sent). */
export function socketOperation({ id, engine, groups, mask, outgoing }: SocketOperationOptions): SocketOperation {
  const stopping = new AbortController();
  const { signal } = stopping;
  const send = (text: string): void => {
    if (!signal.aborted) outgoing.send(text);
  };
  const fail = (errors: readonly AnyError[]) => send(serverMessage.error(id, errors as readonly GraphQLFormattedError[]));

  const follow = (outcome: Extract<Outcome, { readonly kind: 'streaming' }>): Promise<OperationEnd> =>
    new Promise((resolve) => {
      const { leave } = groups.join(outcome.operation, socketSink({ id, outgoing, send, onEnd: resolve }));
      const stop = () => {
        leave();
        resolve('done');
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  const answer = async (outcome: Outcome): Promise<OperationEnd> => {
    switch (outcome.kind) {
      case 'refused':
        if (outcome.stage === 'identity') return 'unidentified';
        fail(outcome.errors);
        return 'done';
      case 'answered':
        send(serverMessage.next(id, answerJson(outcome.answer)));
        send(serverMessage.complete(id));
        return 'done';
      case 'streaming':
        return follow(outcome);
    }
  };

  return {
    async run(read, origin) {
      try {
        return await answer(await engine.run(read(), { ...origin, signal }));
      } catch (error) {
        if (!signal.aborted) fail([mask(error, origin.requestId)]);
        return 'done';
      }
    },
    stop: () => stopping.abort(),
  };
}
