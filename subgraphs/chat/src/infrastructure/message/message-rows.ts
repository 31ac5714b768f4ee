import { type Queryable, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { Message, MessageId, MessageView, ReactionCount } from '../../domain/message/message.ts';
import { attachmentColumn, type AttachmentRow, toAttachment } from '../attachment/attachment-column.ts';
import { pollColumn, type PollRow, toPoll } from '../poll/poll-column.ts';
import { type MessageThreadRow, messageThreadColumn, toMessageThread } from '../thread/message-thread-column.ts';
import { idOf, optionalIdOf, optionalInstant } from '../id-columns.ts';

/** A message row with its reactions and mentions; `bigint` columns arrive as text. */
export interface MessageRow extends Record<string, unknown> {
  readonly id: string;
  readonly channel_id: string;
  readonly msg_no: string;
  readonly created_seq: string;
  readonly author_id: string;
  readonly content: string;
  readonly reply_to_id: string | null;
  readonly moment_track_id: string | null;
  readonly moment_ms: number | null;
  readonly is_pinned: boolean;
  readonly created_at: string;
  readonly edited_at: string | null;
  readonly is_deleted: boolean;
  readonly attachments: readonly AttachmentRow[];
  readonly poll: PollRow | null;
  readonly webhook_id: string | null;
  readonly webhook_name: string | null;
  readonly thread: MessageThreadRow | null;
  readonly mentions: readonly string[];
  readonly mentioned_roles: readonly string[];
  readonly reactions: readonly ReactionCount[];
}

/** Everything that readers see of `message m`. */
export const messageColumns: SQL = sql`
  m.id, m.channel_id, m.msg_no, m.created_seq, m.author_id, m.content, m.reply_to_id, m.moment_track_id, m.moment_ms,
  m.pinned_at is not null as is_pinned, m.created_at, m.edited_at, m.deleted_at is not null as is_deleted, m.webhook_id, m.webhook_name, ${pollColumn} as poll, ${messageThreadColumn} as thread,
  ${attachmentColumn} as attachments,
  (select coalesce(jsonb_agg(n.user_id order by n.user_id), '[]') from mention n where n.channel_id = m.channel_id and n.msg_no = m.msg_no and not n.is_here) as mentions,
  (select coalesce(jsonb_agg(b.role_id order by b.role_id), '[]') from broadcast_mention b where b.channel_id = m.channel_id and b.msg_no = m.msg_no) as mentioned_roles,
  (select coalesce(jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count) order by r.first_at, r.emoji), '[]')
   from reaction_count r where r.channel_id = m.channel_id and r.message_id = m.id) as reactions`;

/** A row as the domain has it. */
export function toMessage(row: MessageRow): Message {
  return {
    id: idOf('message', row.id),
    channelId: idOf('channel', row.channel_id),
    seq: Number(row.created_seq),
    messageNumber: Number(row.msg_no),
    authorId: idOf('user', row.author_id),
    content: row.content,
    createdAt: new Date(row.created_at),
    editedAt: optionalInstant(row.edited_at),
    isDeleted: row.is_deleted,
    isPinned: row.is_pinned,
    replyToId: optionalIdOf('message', row.reply_to_id),
    trackMoment:
      row.moment_track_id === null || row.moment_ms === null
        ? null
        : { trackId: idOf('track', row.moment_track_id), positionMs: row.moment_ms },
    attachments: row.attachments.map(toAttachment),
    poll: row.poll && toPoll(row.poll),
    webhook: row.webhook_id === null ? null : { id: idOf('webhook', row.webhook_id), name: row.webhook_name ?? '' },
    thread: row.thread && toMessageThread(row.thread),
    mentions: row.mentions.map((id) => idOf('user', id)),
    mentionedRoles: row.mentioned_roles.map((id) => idOf('role', id)),
    reactions: row.reactions,
  };
}

/** Rows with the messages they answer: one further statement for all of them, none when nothing is answered. */
export async function toMessageViews(queryable: Queryable, rows: readonly MessageRow[]): Promise<readonly MessageView[]> {
  const messages = rows.map(toMessage);
  const answered = await answeredMessages(
    queryable,
    messages.filter(({ replyToId }) => replyToId !== null),
  );
  return messages.map((message) => ({
    ...message,
    replyTo: message.replyToId === null ? null : (answered.get(message.replyToId) ?? null),
  }));
}

/** A message answers only within its channel. */
async function answeredMessages(queryable: Queryable, replies: readonly Message[]): Promise<ReadonlyMap<MessageId, Message>> {
  if (replies.length === 0) return new Map();
  const ids = replies.flatMap(({ replyToId }) => replyToId ?? []);
  const channelIds = [...new Set(replies.map(({ channelId }) => channelId))];
  const rows = await queryable.execute<MessageRow>(sql`
    select ${messageColumns} from message m
    where m.channel_id = any(${uuids('channel', channelIds)}) and m.id = any(${uuids('message', ids)})`);
  return new Map(rows.map(toMessage).map((message) => [message.id, message]));
}
