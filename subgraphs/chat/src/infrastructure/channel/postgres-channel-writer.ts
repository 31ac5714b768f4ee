import { type Transaction, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ChannelWriter } from '../../application/ports/log.ts';
import { EVENT_KIND_CODES } from '../../domain/event/channel-event.ts';
import { detailOf } from '../feed/event-detail.ts';

/** Entries of a channel's log within one transaction. The head row's lock orders them; a rollback leaves no hole. */
export function postgresChannelWriter(tx: Transaction): ChannelWriter {
  return {
    async lock(channelId, accessEpoch) {
      const rows = await tx.execute(sql`
        select from channel_head h join scope s on s.id = h.scope_id
        where h.channel_id = ${uuid('channel', channelId)} and s.access_epoch = ${accessEpoch}::bigint for update of h`);
      return rows.length > 0;
    },

    async append(entry) {
      const messageId = entry.kind === 'PLAYBACK_SYNCED' ? sql`null::uuid` : uuid('message', entry.messageId);
      const [row] = await tx.execute<{ seq: string }>(sql`
        with head as (
          update channel_head set last_seq = last_seq + 1 where channel_id = ${uuid('channel', entry.channelId)} returning channel_id, last_seq)
        insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, detail, occurred_at)
        select channel_id, last_seq, ${EVENT_KIND_CODES[entry.kind]}::smallint, ${messageId}, ${uuid('user', entry.actorId)},
          ${entry.accessEpoch}::bigint, ${detailOf(entry)}::jsonb, ${entry.occurredAt.toISOString()}::timestamptz
        from head returning seq`);
      if (!row) throw new Error(`channel ${entry.channelId} vanished inside its transaction`);
      return Number(row.seq);
    },
  };
}
