import { type SQL, sql } from 'drizzle-orm';
import type { ChatFailureCode } from '../../domain/failure.ts';
import type { ScheduledMessage } from '../../domain/scheduled-message.ts';
import { idOf, optionalIdOf } from '../id-columns.ts';

/** States of a scheduled message, as Postgres keeps them. Numbers are never reused. */
export const SCHEDULED_STATE = { PENDING: 1, SENT: 2, FAILED: 3 } as const;

/** A scheduled message as a row. */
export interface ScheduledRow extends Record<string, unknown> {
  readonly id: string;
  readonly channel_id: string;
  readonly author_id: string;
  readonly content: string;
  readonly reply_to_id: string | null;
  readonly send_at: string;
  readonly created_at: string;
  readonly failure: ChatFailureCode | null;
}

/** What is read of `scheduled_message s`. */
export const scheduledColumns: SQL = sql`s.id, s.channel_id, s.author_id, s.content, s.reply_to_id, s.send_at, s.created_at, s.failure`;

/** A row as the domain has it. */
export function toScheduledMessage(row: ScheduledRow): ScheduledMessage {
  return {
    id: idOf('scheduled', row.id),
    channelId: idOf('channel', row.channel_id),
    authorId: idOf('user', row.author_id),
    content: row.content,
    replyToId: optionalIdOf('message', row.reply_to_id),
    sendAt: new Date(row.send_at),
    createdAt: new Date(row.created_at),
    failure: row.failure,
  };
}
