import type { UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import type { ChatSubgraph } from '../src/app.ts';
import { followChat } from './ask-chat.ts';

const DOCUMENT = `subscription ($after: String) { inboxEvents(after: $after) { __typename cursor
  ... on UnreadChanged { channel { id unreadCount mentionCount } }
  ... on Mentioned { cause message { id content channel { id } } }
  ... on MembershipChanged { state community { id name } }
  ... on ResyncRequired { reason } } }`;

/** An event of an inbox as tests ask for it. */
export interface InboxStreamEvent {
  readonly __typename: string;
  readonly cursor: string;
  readonly channel?: { readonly id: string; readonly unreadCount: number; readonly mentionCount: number };
  readonly cause?: string;
  readonly message?: { readonly id: string; readonly content: string };
  readonly state?: string;
  readonly community?: { readonly name: string };
}

/** A follower of an inbox that takes everything it is given. */
export interface InboxStream {
  readonly events: readonly InboxStreamEvent[];
  /** Codes of errors, of a refusal or in an event. */
  readonly errors: readonly unknown[];
  /** Whether it has had time to begin. */
  readonly isOpen: boolean;
  /** Mentions as `CAUSE text`, the person's own id as `me`. */
  mentions(): readonly string[];
  /** Mentions and memberships, in their order. */
  log(): readonly string[];
  /** Unread messages by channel, as they were told. */
  unread(): readonly (readonly [string, number])[];
  ended(): Promise<void>;
  /** Leaves, and waits until the stream is gone. */
  leave(): Promise<void>;
}

/** Follows somebody's inbox. */
export function followInbox(chat: ChatSubgraph, caller: UserCaller, after?: string, document = DOCUMENT): InboxStream {
  const controller = new AbortController();
  const events: InboxStreamEvent[] = [];
  const errors: unknown[] = [];
  let hasEnded = false;
  const openedAt = performance.now();
  const reading = (async () => {
    for await (const { data, errors: failures } of followChat(
      chat,
      { document, variables: { after: after ?? null }, caller },
      controller.signal,
    )) {
      errors.push(...(failures ?? []).map(({ extensions }) => extensions['code']));
      if (data) events.push((data as unknown as { inboxEvents: InboxStreamEvent }).inboxEvents);
    }
    hasEnded = true;
  })();
  const textOf = ({ cause, message, state, community }: InboxStreamEvent) =>
    message ? `${cause} ${message.content.replaceAll(caller.userId, 'me').replace(/role_\w+/u, 'role')}` : `${state} ${community?.name}`;
  return {
    events,
    errors,
    get isOpen() {
      return performance.now() - openedAt > 500;
    },
    mentions: () => events.filter(({ message }) => message).map(textOf),
    log: () => events.filter(({ message, state }) => message ?? state).map(textOf),
    unread: () => events.flatMap(({ channel }) => (channel ? [[channel.id, channel.unreadCount] as const] : [])),
    ended: () => waitUntil(() => hasEnded).then(() => undefined),
    async leave() {
      controller.abort();
      await reading;
    },
  };
}
