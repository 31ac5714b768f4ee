import type { UserId } from '../community.ts';
import { type MessageId, type MessageView, tombstone } from '../message/message.ts';
import type { PartyPlayback } from '../party-playback.ts';

interface LogPlace {
  /** Number in the channel's log: from 1, without gaps. */
  readonly seq: number;
  /** Epoch of the community's permissions under which it was written. */
  readonly accessEpoch: number;
  readonly occurredAt: Date;
}

interface AboutMessage extends LogPlace {
  /** The message as it stood when the event was read, which may be later than the event. */
  readonly message: MessageView;
}

/** One emoji put under a message or taken away. */
export interface ReactionChange {
  readonly emoji: string;
  readonly userId: UserId;
  readonly added: boolean;
}

/** One entry of a channel's log, complete: a reader needs nothing else to show it. */
export type ChannelEvent =
  | (AboutMessage & { readonly kind: 'MESSAGE_SENT' | 'MESSAGE_EDITED' | 'MESSAGE_DELETED' | 'PIN_CHANGED' | 'POLL_CHANGED' })
  | (AboutMessage & { readonly kind: 'REACTIONS_CHANGED'; readonly changes: readonly ReactionChange[] })
  | (LogPlace & { readonly kind: 'PLAYBACK_SYNCED'; readonly playback: PartyPlayback });

/** Kinds of log entry and the small integer that Postgres keeps for each. Numbers are never reused. */
export const EVENT_KIND_CODES = {
  MESSAGE_SENT: 1,
  MESSAGE_EDITED: 2,
  MESSAGE_DELETED: 3,
  REACTIONS_CHANGED: 4,
  PIN_CHANGED: 5,
  PLAYBACK_SYNCED: 6,
  POLL_CHANGED: 7,
} as const satisfies Record<ChannelEvent['kind'], number>;

/** The message whose earlier text must be forgotten once this event is known, if there is one. */
export function rewrittenMessage(event: ChannelEvent): MessageView | undefined {
  return event.kind === 'MESSAGE_EDITED' || event.kind === 'MESSAGE_DELETED' ? event.message : undefined;
}

/** The same event with the message's present text, also where it is only quoted as the one answered. */
export function withRewritten(event: ChannelEvent, present: MessageView): ChannelEvent {
  if (event.kind === 'PLAYBACK_SYNCED') return event;
  const { message } = event;
  if (message.id === present.id) return { ...event, message: rewritten(message, present) };
  if (message.replyTo?.id !== present.id) return event;
  return { ...event, message: { ...message, replyTo: rewritten(message.replyTo, present) } };
}

/** Takes over the text; an event read later than the rewriting keeps what it knows better. */
function rewritten<M extends { readonly id: MessageId; readonly isDeleted: boolean } & Parameters<typeof tombstone>[0]>(
  known: M,
  present: MessageView,
): M {
  if (present.isDeleted) return { ...tombstone(known), thread: present.thread };
  if (known.isDeleted) return known;
  const { content, editedAt, mentions, mentionedRoles, thread } = present;
  return { ...known, content, editedAt, mentions, mentionedRoles, thread };
}
