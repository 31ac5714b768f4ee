import { type Database, instantOf, type Transaction, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ScheduledMessageReader, ScheduledMessageWriter } from '../../application/ports/scheduled-message.ts';
import { SCHEDULED_STATE, scheduledColumns, type ScheduledRow, toScheduledMessage } from './scheduled-rows.ts';

/** Scheduled messages from Postgres. */
export function postgresScheduledMessageReader(database: Database): ScheduledMessageReader {
  return {
    async list(authorId) {
      const rows = await database.execute<ScheduledRow>(sql`
        select ${scheduledColumns} from scheduled_message s
        where s.author_id = ${uuid('user', authorId)} and s.state <> ${SCHEDULED_STATE.SENT} order by s.send_at, s.id`);
      return rows.map(toScheduledMessage);
    },
  };
}

/** Scheduled messages within one transaction. */
export function postgresScheduledMessageWriter(tx: Transaction): ScheduledMessageWriter {
  return {
    async countOf(authorId) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veza chat scheduled ${authorId}`}, 0))`);
      const [row] = await tx.execute<{ waiting: number }>(sql`
        select count(*)::int as waiting from scheduled_message
        where author_id = ${uuid('user', authorId)} and state <> ${SCHEDULED_STATE.SENT}`);
      return row?.waiting ?? 0;
    },

    async findByNonce(authorId, channelId, nonce) {
      const [row] = await tx.execute<ScheduledRow>(sql`
        select ${scheduledColumns} from scheduled_message s
        where s.author_id = ${uuid('user', authorId)} and s.channel_id = ${uuid('channel', channelId)} and s.nonce = ${nonce}`);
      return row && toScheduledMessage(row);
    },

    async create({ id, channelId, authorId, content, replyToId, sendAt, createdAt }, nonce) {
      const replyTo = replyToId === null ? sql`null::uuid` : uuid('message', replyToId);
      await tx.execute(sql`
        insert into scheduled_message (id, channel_id, author_id, nonce, content, reply_to_id, send_at, due_at, created_at)
        values (${uuid('scheduled', id)}, ${uuid('channel', channelId)}, ${uuid('user', authorId)}, ${nonce}, ${content}, ${replyTo},
          ${instantOf(sendAt)}, ${instantOf(sendAt)}, ${instantOf(createdAt)})`);
    },

    async find(id, authorId) {
      const [row] = await tx.execute<ScheduledRow & { is_being_sent: boolean }>(sql`
        select ${scheduledColumns}, s.claimed_at is not null as is_being_sent from scheduled_message s
        where s.id = ${uuid('scheduled', id)} and s.author_id = ${uuid('user', authorId)} and s.state <> ${SCHEDULED_STATE.SENT} for update`);
      return row && { message: toScheduledMessage(row), isBeingSent: row.is_being_sent };
    },

    async update({ id, content, sendAt }) {
      await tx.execute(sql`
        update scheduled_message set content = ${content}, send_at = ${instantOf(sendAt)}, due_at = ${instantOf(sendAt)},
          state = ${SCHEDULED_STATE.PENDING}, failure = null
        where id = ${uuid('scheduled', id)}`);
    },

    async delete(id) {
      await tx.execute(sql`delete from scheduled_message where id = ${uuid('scheduled', id)}`);
    },
  };
}
