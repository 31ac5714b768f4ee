import { type Database, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { WebhookReader } from '../../application/ports/webhook.ts';
import { channelKindOf } from '../../domain/channel.ts';
import { idOf, optionalIdOf } from '../id-columns.ts';
import { toWebhook, webhookColumns, type WebhookRow } from './webhook-rows.ts';

interface OpenWebhookRow extends WebhookRow {
  readonly secret_digest: Uint8Array;
  readonly community_id: string;
  readonly category_id: string | null;
  readonly kind: number;
  readonly channel_name: string;
  readonly topic: string | null;
  readonly position: number;
  readonly slow_mode_s: number;
}

/** Webhooks from Postgres. Those of deleted channels and communities are gone. */
export function postgresWebhookReader(database: Database): WebhookReader {
  return {
    async list(channelId) {
      const rows = await database.execute<WebhookRow>(sql`
        select ${webhookColumns} from webhook w where w.channel_id = ${uuid('channel', channelId)} order by w.created_at, w.id`);
      return rows.map(toWebhook);
    },

    async find(id) {
      const [row] = await database.execute<OpenWebhookRow>(sql`
        select ${webhookColumns}, w.secret_digest, c.community_id, c.category_id, c.kind, c.name as channel_name, c.topic, c.position, c.slow_mode_s
        from webhook w
          join channel c on c.id = w.channel_id and c.deleted_at is null
          join community k on k.id = c.community_id and k.deleted_at is null
        where w.id = ${uuid('webhook', id)}`);
      return row && { webhook: toWebhook(row), channel: toChannel(row), secretDigest: row.secret_digest };
    },
  };
}

function toChannel(row: OpenWebhookRow) {
  return {
    id: idOf('channel', row.channel_id),
    communityId: idOf('community', row.community_id),
    categoryId: optionalIdOf('channel', row.category_id),
    kind: channelKindOf(row.kind),
    name: row.channel_name,
    topic: row.topic,
    position: row.position,
    slowModeSeconds: row.slow_mode_s,
  };
}
