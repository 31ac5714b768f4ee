import { type Database, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ChannelLog } from '../../application/ports/log.ts';
import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { eventKindOf, parsePlayback, parseReaction } from './event-detail.ts';
import { postgresMessageReader } from '../message/postgres-message-reader.ts';
import { idOf, optionalIdOf } from '../id-columns.ts';

interface EventRow extends Record<string, unknown> {
  readonly seq: string;
  readonly kind: number;
  readonly message_id: string | null;
  readonly actor_id: string;
  readonly access_epoch: string;
  readonly detail: unknown;
  readonly occurred_at: string;
}

interface HeadRow extends Record<string, unknown> {
  readonly channel_id: string;
  readonly last_seq: string;
  readonly last_msg_no: string;
  readonly floor_seq: string;
  readonly access_epoch: string;
  readonly log_epoch: string;
}

/** The channel log in Postgres. Entries hold no content: a read joins what their messages are by then. */
export function postgresChannelLog(database: Database): ChannelLog {
  const messages = postgresMessageReader(database);
  return {
    async heads(channelIds) {
      if (channelIds.length === 0) return new Map();
      const rows = await database.execute<HeadRow>(sql`
        select h.channel_id, h.last_seq, h.last_msg_no, h.floor_seq, s.access_epoch, (select log_epoch from log_origin) as log_epoch
        from channel_head h join scope s on s.id = h.scope_id
        where h.channel_id = any(${uuids('channel', channelIds)})`);
      return new Map(
        rows.map((row) => [
          idOf('channel', row.channel_id),
          {
            lastSeq: Number(row.last_seq),
            lastMessageNumber: Number(row.last_msg_no),
            floorSeq: Number(row.floor_seq),
            accessEpoch: Number(row.access_epoch),
            logEpoch: row.log_epoch,
          },
        ]),
      );
    },

    async read(channelId: ChannelId, afterSeq, limit) {
      const rows = await database.execute<EventRow>(sql`
        select seq, kind, message_id, actor_id, access_epoch, detail, occurred_at from channel_event
        where channel_id = ${uuid('channel', channelId)} and seq > ${afterSeq}::bigint order by seq limit ${limit}`);
      const messageIds = [...new Set(rows.flatMap((row) => optionalIdOf('message', row.message_id) ?? []))];
      const present = await messages.findMany(messageIds, channelId);
      return rows.map((row) => toEvent(row, present));
    },
  };
}

function toEvent(row: EventRow, present: ReadonlyMap<MessageId, MessageView>): ChannelEvent {
  const kind = eventKindOf(row.kind);
  const place = { seq: Number(row.seq), accessEpoch: Number(row.access_epoch), occurredAt: new Date(row.occurred_at) };
  if (kind === 'PLAYBACK_SYNCED') return { ...place, kind, playback: parsePlayback(row.detail) };
  const message = row.message_id === null ? undefined : present.get(idOf('message', row.message_id));
  if (!message) throw new Error(`entry ${row.seq} names a message that does not exist`);
  if (kind !== 'REACTIONS_CHANGED') return { ...place, kind, message };
  return { ...place, kind, message, changes: [{ ...parseReaction(row.detail), userId: idOf('user', row.actor_id) }] };
}
