import type { GraphQLFormattedError } from 'graphql';
import { answerJson } from '../http/write.ts';
import type { OperationRequest, RequestOrigin } from '../pipeline/context.ts';
import type { Engine } from '../pipeline/engine.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { AnyError, Outcome } from '../pipeline/outcome.ts';
import type { PlanAnswer } from '../plan/executor.ts';
import type { Outgoing } from './outgoing.ts';
import { serverMessage } from './protocol.ts';

/** One operation on a socket. */
export interface Subscriber {
  /** Runs it to its end, and answers how it ended. Never rejects. @param read answers the request, or throws what is wrong with it */
  run(read: () => OperationRequest, origin: Omit<RequestOrigin, 'signal'>): Promise<SubscriberEnd>;
  /** The client has had enough: everything upstream is released, and nothing more is sent. */
  stop(): void;
}

/** `unidentified`: the caller of the socket may not go on, so the socket ends. */
export type SubscriberEnd = 'done' | 'unidentified';

/** What an operation works with. */
export interface SubscriberOptions {
  readonly id: string;
  readonly engine: Engine;
  readonly mask: ErrorMask;
  readonly outgoing: Outgoing;
}

/**
 * States: running, until the operation ends by itself (`complete` or `error` is sent) or the client stops it (nothing is sent).
 * An event is asked of the upstream only when there is room for it, so that a slow client holds its own stream back and nothing piles up.
 */
export function subscriber({ id, engine, mask, outgoing }: SubscriberOptions): Subscriber {
  const stopping = new AbortController();
  const { signal } = stopping;
  const send = (text: string): Promise<void> => (signal.aborted ? Promise.resolve() : outgoing.send(text));
  const next = (answer: PlanAnswer) => send(serverMessage.next(id, answerJson(answer)));
  const fail = (errors: readonly AnyError[]) => send(serverMessage.error(id, errors as readonly GraphQLFormattedError[]));

  const follow = async (events: AsyncIterable<PlanAnswer>): Promise<void> => {
    const iterator = events[Symbol.asyncIterator]();
    signal.addEventListener('abort', () => void iterator.return?.(), { once: true });
    while (!signal.aborted) {
      await outgoing.room();
      const event = await iterator.next();
      if (event.done) break;
      void next(event.value);
    }
    await send(serverMessage.complete(id));
  };
  const answer = async (outcome: Outcome): Promise<SubscriberEnd> => {
    switch (outcome.kind) {
      case 'refused':
        if (outcome.stage === 'identity') return 'unidentified';
        await fail(outcome.errors);
        return 'done';
      case 'answered':
        void next(outcome.answer);
        await send(serverMessage.complete(id));
        return 'done';
      case 'streaming':
        await follow(outcome.events);
        return 'done';
    }
  };

  return {
    async run(read, origin) {
      try {
        return await answer(await engine.run(read(), { ...origin, signal }));
      } catch (error) {
        if (!signal.aborted) await fail([mask(error, origin.requestId)]);
        return 'done';
      }
    },
    stop: () => stopping.abort(),
  };
}
