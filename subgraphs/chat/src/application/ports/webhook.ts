import type { CommunityChannel, ChannelId } from '../../domain/channel.ts';
import type { Mentions } from '../../domain/message/mentions.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { MessageWebhook, Webhook, WebhookId } from '../../domain/webhook.ts';

/** Webhooks of channels. Access is the caller's business. */
export interface WebhookReader {
  /** Oldest first. */
  list(channelId: ChannelId): Promise<readonly Webhook[]>;
  /** The webhook and its channel, unless one of them is gone. */
  find(id: WebhookId): Promise<OpenWebhook | undefined>;
}

/** A webhook as its own caller finds it. */
export interface OpenWebhook {
  readonly webhook: Webhook;
  readonly channel: CommunityChannel;
  /** Digest of the secret, for a comparison that takes the same time for every wrong one. */
  readonly secretDigest: Uint8Array;
}

/** Webhooks within one transaction. The community is locked first. */
export interface WebhookWriter {
  count(channelId: ChannelId): Promise<number>;
  create(webhook: Webhook, secretDigest: Uint8Array): Promise<void>;
  find(id: WebhookId): Promise<Webhook | undefined>;
  update(webhook: Webhook): Promise<void>;
  setSecret(id: WebhookId, secretDigest: Uint8Array): Promise<void>;
  delete(id: WebhookId): Promise<void>;
}

/** Secrets of webhooks. */
export interface WebhookSecrets {
  /** 256 random bits as 43 characters of base64url. */
  issue(): string;
  digestOf(secret: string): Uint8Array;
  /** Compares in constant time. */
  matches(secret: string, digest: Uint8Array): boolean;
}

/** A message about to be written by a webhook. */
export interface WebhookDraft {
  readonly id: MessageId;
  readonly channelId: ChannelId;
  readonly webhook: MessageWebhook;
  /** What the caller proved to know. */
  readonly secretDigest: Uint8Array;
  readonly nonce: string | null;
  readonly content: string;
  readonly mentions: Mentions;
  readonly createdAt: Date;
}

/** What came of it. Only SENT wrote anything; GONE: webhook, secret or channel are no longer what they were. */
export type WebhookOutcome =
  | { readonly kind: 'SENT'; readonly seq: number; readonly accessEpoch: number }
  | { readonly kind: 'REPLAYED'; readonly messageId: MessageId }
  | { readonly kind: 'GONE' };

/** Appends messages of webhooks: number, row, log entry, mentions and outgoing fact in one statement. */
export interface WebhookSender {
  send(draft: WebhookDraft): Promise<WebhookOutcome>;
}
