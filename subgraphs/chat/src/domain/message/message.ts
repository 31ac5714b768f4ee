import type { Id } from '@veza/kernel';
import type { Channel, ChannelId } from '../channel.ts';
import type { RoleId, UserId } from '../community.ts';
import type { Attachment } from './attachment.ts';
import { normalText, textLength } from './text.ts';
import type { Poll } from '../poll.ts';
import type { MessageWebhook } from '../webhook.ts';
import type { TrackId } from '../track-card.ts';

export type MessageId = Id<'message'>;

/** A place in a track that a message speaks of. */
export interface TrackMoment {
  readonly trackId: TrackId;
  /** Milliseconds from the start of the track. */
  readonly positionMs: number;
}

/** How often one emoji stands under a message. */
export interface ReactionCount {
  readonly emoji: string;
  readonly count: number;
}

/** A message as its readers see it now. A deleted one keeps id, number, author and times, and nothing else. */
export interface Message {
  readonly id: MessageId;
  readonly channelId: ChannelId;
  /** Place in the channel's log at which it was sent; never changes. */
  readonly seq: number;
  /** Place among the channel's messages alone, from 1 and without gaps: paging and unread counts. */
  readonly messageNumber: number;
  /** For what a webhook wrote, an id that stands for the webhook and is nobody's. */
  readonly authorId: UserId;
  /** The webhook that wrote it; null for what people send. */
  readonly webhook: MessageWebhook | null;
  readonly content: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly isDeleted: boolean;
  readonly isPinned: boolean;
  readonly replyToId: MessageId | null;
  readonly trackMoment: TrackMoment | null;
  /** In the order in which its author named them. */
  readonly attachments: readonly Attachment[];
  /** What it asks; null when it asks nothing. */
  readonly poll: Poll | null;
  /** The thread that grew from it; null until there is one, and once it is deleted. */
  readonly thread: Channel | null;
  /** People named in it, in the order of their ids. */
  readonly mentions: readonly UserId[];
  /** Roles that it calls, in the order of their ids; the everyone-role for everybody. */
  readonly mentionedRoles: readonly RoleId[];
  /** In the order in which each emoji first came. */
  readonly reactions: readonly ReactionCount[];
}

/** A message with the one it answers, which is what a reader is shown. `replyTo` is null when there is none. */
export interface MessageView extends Message {
  readonly replyTo: Message | null;
}

/** What is left of a message after its deletion. */
export function tombstone<M extends Message>(message: M): M {
  const nothing = { trackMoment: null, poll: null, attachments: [], mentions: [], mentionedRoles: [], reactions: [] };
  return { ...message, ...nothing, content: '', isDeleted: true, isPinned: false };
}

/** The content as it is kept (NFC), or undefined when it is longer than `maxLength` code points or says nothing and nothing else does. */
export function messageContent(text: string, options: { readonly maxLength: number; readonly mayBeEmpty: boolean }): string | undefined {
  const content = normalText(text);
  if (content.trim() === '') return options.mayBeEmpty ? '' : undefined;
  return textLength(content) > options.maxLength ? undefined : content;
}
