import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { WebhookWriter } from '../../application/ports/webhook.ts';
import { toWebhook, webhookColumns, type WebhookRow } from './webhook-rows.ts';

/** Webhooks within one transaction, under the community's lock. */
export function postgresWebhookWriter(tx: Transaction): WebhookWriter {
  return {
    async count(channelId) {
      const [row] = await tx.execute<{ webhooks: number }>(sql`
        select count(*)::int as webhooks from webhook where channel_id = ${uuid('channel', channelId)}`);
      return row?.webhooks ?? 0;
    },

    async create({ id, channelId, name, mayMentionEveryone, creatorId, createdAt }, secretDigest) {
      await tx.execute(sql`
        insert into webhook (id, channel_id, name, may_mention_everyone, creator_id, secret_digest, created_at)
        values (${uuid('webhook', id)}, ${uuid('channel', channelId)}, ${name}, ${mayMentionEveryone}, ${uuid('user', creatorId)},
          ${bytea(secretDigest)}, ${instantOf(createdAt)})`);
    },

    async find(id) {
      const [row] = await tx.execute<WebhookRow>(sql`select ${webhookColumns} from webhook w where w.id = ${uuid('webhook', id)}`);
      return row && toWebhook(row);
    },

    async update({ id, name, mayMentionEveryone }) {
      await tx.execute(sql`
        update webhook set name = ${name}, may_mention_everyone = ${mayMentionEveryone} where id = ${uuid('webhook', id)}`);
    },

    async setSecret(id, secretDigest) {
      await tx.execute(sql`update webhook set secret_digest = ${bytea(secretDigest)} where id = ${uuid('webhook', id)}`);
    },

    async delete(id) {
      await tx.execute(sql`delete from webhook where id = ${uuid('webhook', id)}`);
    },
  };
}

/** A digest as a parameter. */
export function bytea(bytes: Uint8Array) {
  return sql`decode(${Buffer.from(bytes).toString('hex')}, 'hex')`;
}
