import type { Caller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import type { ChatSubgraph } from '../src/app.ts';
import { followChat } from './ask-chat.ts';

/** Activity as the client document asks for it, with what the gateway adds. */
export interface StreamedActivity {
  readonly __typename: string;
  readonly user?: { readonly id: string } | null;
  readonly presence?: string;
  readonly expiresAt?: string;
  readonly reason?: string;
  readonly accessEpoch?: string | null;
  readonly subject?: string | null;
}

const AS_GATEWAY = `subscription ($channelId: ID!) { channelActivity(channelId: $channelId) { __typename
  ... on TypingStarted { user { id } expiresAt accessEpoch subject }
  ... on PresenceChanged { user { id } presence accessEpoch subject }
  ... on FeedMark { seq accessEpoch }
  ... on AccessRevoked { reason } } }`;

/** Somebody who looks at a channel. */
export function followActivity(chat: ChatSubgraph, channelId: string, caller: Caller) {
  const controller = new AbortController();
  const events: StreamedActivity[] = [];
  const errors: unknown[] = [];
  let hasEnded = false;
  const reading = (async () => {
    for await (const { data, errors: refused } of followChat(
      chat,
      { document: AS_GATEWAY, variables: { channelId }, caller },
      controller.signal,
    )) {
      errors.push(...(refused ?? []).map(({ extensions }) => extensions['code']));
      if (data) events.push((data as unknown as { channelActivity: StreamedActivity }).channelActivity);
    }
    hasEnded = true;
  })();
  return {
    events,
    errors,
    take: (count: number) => waitUntil(() => events.length >= count).then(() => events),
    ended: () => waitUntil(() => hasEnded).then(() => undefined),
    async leave() {
      controller.abort();
      await reading;
    },
  };
}
