import { type SQL, sql } from 'drizzle-orm';
import type { Webhook } from '../../domain/webhook.ts';
import { idOf } from '../id-columns.ts';

/** A webhook as a row. */
export interface WebhookRow extends Record<string, unknown> {
  readonly id: string;
  readonly channel_id: string;
  readonly name: string;
  readonly may_mention_everyone: boolean;
  readonly creator_id: string;
  readonly created_at: string;
}

/** What is read of `webhook w`; never the digest of its secret. */
export const webhookColumns: SQL = sql`w.id, w.channel_id, w.name, w.may_mention_everyone, w.creator_id, w.created_at`;

/** A row as the domain has it. */
export function toWebhook(row: WebhookRow): Webhook {
  return {
    id: idOf('webhook', row.id),
    channelId: idOf('channel', row.channel_id),
    name: row.name,
    mayMentionEveryone: row.may_mention_everyone,
    creatorId: idOf('user', row.creator_id),
    createdAt: new Date(row.created_at),
  };
}
