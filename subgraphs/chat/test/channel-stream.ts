import type { UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import type { ChatSubgraph } from '../src/app.ts';
import { followChat } from './ask-chat.ts';

/** An event as the client document asks for it. */
export interface StreamedEvent {
  readonly __typename: string;
  readonly cursor: string;
  readonly message?: { readonly id: string; readonly content: string; readonly seq: number };
  readonly reason?: string;
}

/** A subscriber that takes everything it is given. */
export interface ChannelStream {
  readonly events: readonly StreamedEvent[];
  /** Codes of errors, of a refusal or in an event. */
  readonly errors: readonly unknown[];
  readonly hasEnded: boolean;
  /** Waits for a number of events and answers them. */
  take(count: number): Promise<readonly StreamedEvent[]>;
  /** Waits until the stream has ended by itself. */
  ended(): Promise<void>;
  /** Leaves, and waits until the stream is gone. */
  leave(): Promise<void>;
}

/** Follows a channel with the client's own document. */
export function followChannel(chat: ChatSubgraph, channelId: string, caller: UserCaller, after?: string): ChannelStream {
  const controller = new AbortController();
  const events: StreamedEvent[] = [];
  const errors: unknown[] = [];
  let hasEnded = false;

  const reading = (async () => {
    const variables = { channelId, ...(after === undefined ? {} : { after }) };
    for await (const result of followChat(chat, { document: 'ChannelEvents', variables, caller }, controller.signal)) {
      errors.push(...(result.errors ?? []).map(({ extensions }) => extensions['code']));
      if (result.data) events.push((result.data as unknown as { channelEvents: StreamedEvent }).channelEvents);
    }
    hasEnded = true;
  })();

  return {
    events,
    errors,
    get hasEnded() {
      return hasEnded;
    },
    async take(count) {
      await waitUntil(() => events.length >= count);
      return events;
    },
    ended: () => waitUntil(() => hasEnded).then(() => undefined),
    async leave() {
      controller.abort();
      await reading;
    },
  };
}
