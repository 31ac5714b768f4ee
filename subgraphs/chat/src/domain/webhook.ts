import { type Id, NIL_UUID, parseTypeId, toTypeId } from '@veza/kernel';
import type { ChannelId } from './channel.ts';
import type { UserId } from './community.ts';

export type WebhookId = Id<'webhook'>;

/** A door through which other programs write into a channel. */
export interface Webhook {
  readonly id: WebhookId;
  readonly channelId: ChannelId;
  /** Shown with what it writes, unless a message names itself. */
  readonly name: string;
  /** Whether it calls roles and everybody, and not only people. */
  readonly mayMentionEveryone: boolean;
  readonly creatorId: UserId;
  readonly createdAt: Date;
}

/** Who wrote a message that no person did. */
export interface MessageWebhook {
  readonly id: WebhookId;
  /** As it was called when it wrote that. */
  readonly name: string;
}

/** What stands in the place of an author's id for a webhook; no person has it. */
export function webhookAuthorId(id: WebhookId): UserId {
  return toTypeId('user', parseTypeId('webhook', id) ?? NIL_UUID) as UserId;
}
