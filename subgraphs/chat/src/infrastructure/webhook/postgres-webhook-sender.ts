import type { Uuid } from '@veza/kernel';
import { type Database, instantOf, isUniqueViolation, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { WebhookDraft, WebhookSender } from '../../application/ports/webhook.ts';
import { EVENT_KIND_CODES } from '../../domain/event/channel-event.ts';
import { webhookAuthorId } from '../../domain/webhook.ts';
import { idOf } from '../id-columns.ts';
import { bytea } from './postgres-webhook-writer.ts';

interface Dependencies {
  readonly database: Database;
  readonly newEventId: () => Uuid;
  /** Called after each commit, to wake the outbox relay. */
  readonly onCommit: () => void;
}

interface SendRow extends Record<string, unknown> {
  readonly duplicate_id: string | null;
  readonly seq: string | null;
  readonly access_epoch: string | null;
}

/**
 * Sends in one statement, as people's messages are sent, but by the webhook's own right: it must be there with the same secret, in a channel that
 * is. Of two equal nonces at the same instant the loser breaks the unique index, rolls back whole and reads the winner when it is repeated.
 */
export function postgresWebhookSender({ database, newEventId, onCommit }: Dependencies): WebhookSender {
  const execute = async (draft: WebhookDraft): Promise<SendRow> => {
    const [row] = await database.execute<SendRow>(sendStatement(draft, newEventId()));
    if (!row) throw new Error('the send statement of a webhook answered nothing');
    return row;
  };

  return {
    async send(draft) {
      const row = await execute(draft).catch((error: unknown) => {
        if (isUniqueViolation(error)) return execute(draft);
        throw error;
      });
      if (row.duplicate_id !== null) return { kind: 'REPLAYED', messageId: idOf('message', row.duplicate_id) };
      if (row.seq === null) return { kind: 'GONE' };
      onCommit();
      return { kind: 'SENT', seq: Number(row.seq), accessEpoch: Number(row.access_epoch) };
    },
  };
}

function sendStatement({ id, channelId, webhook, secretDigest, nonce, content, mentions, createdAt }: WebhookDraft, eventId: Uuid): SQL {
  const authorId = webhookAuthorId(webhook.id);
  const [channel, message, author, at] = [uuid('channel', channelId), uuid('message', id), uuid('user', authorId), instantOf(createdAt)];
  const data = { channelId, messageId: id, authorId };
  const about = { key: channelId, occurredAt: createdAt.toISOString(), actorId: authorId };
  return sql`
    with hook as (
      select c.id as channel_id, s.access_epoch from webhook w
        join channel c on c.id = w.channel_id and c.deleted_at is null
        join community k on k.id = c.community_id and k.deleted_at is null
        join scope s on s.id = c.scope_id
      where w.id = ${uuid('webhook', webhook.id)} and w.channel_id = ${channel} and w.secret_digest = ${bytea(secretDigest)}),
    dup as (select id from message where channel_id = ${channel} and author_id = ${author} and nonce = ${nonce}::text),
    head as (
      update channel_head h set last_seq = last_seq + 1, last_msg_no = last_msg_no + 1, last_message_at = ${at} from hook
      where h.channel_id = hook.channel_id and not exists (select from dup)
      returning h.last_seq, h.last_msg_no, hook.access_epoch),
    msg as (
      insert into message (channel_id, msg_no, id, author_id, nonce, content, created_seq, created_at, webhook_id, webhook_name)
      select ${channel}, last_msg_no, ${message}, ${author}, ${nonce}::text, ${content}::text, last_seq, ${at}, ${uuid('webhook', webhook.id)},
        ${webhook.name}::text from head),
    entry as (
      insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, occurred_at)
      select ${channel}, last_seq, ${EVENT_KIND_CODES.MESSAGE_SENT}::smallint, ${message}, ${author}, access_epoch, ${at} from head),
    named as (
      insert into mention (user_id, channel_id, msg_no)
      select user_id, ${channel}, last_msg_no from head, unnest(${uuids('user', mentions.users)}) as user_id),
    called as (
      insert into broadcast_mention (channel_id, msg_no, role_id)
      select ${channel}, last_msg_no, role_id from head, unnest(${uuids('role', mentions.roles)}) as role_id),
    fact as (
      insert into outbox (event_id, topic, key, revision, envelope)
      select f.id, f.topic, ${channelId}::text, last_seq, ${JSON.stringify(about)}::jsonb || jsonb_build_object(
        'id', f.id, 'topic', f.topic, 'revision', last_seq, 'data', ${JSON.stringify(data)}::jsonb || jsonb_build_object('seq', last_seq))
      from head cross join (
        select ${eventId}::uuid as id, 'chat.message-sent.v1' as topic
        union all select ${message}, 'chat.people-addressed.v1' where ${mentions.users.length > 0}) f)
    select (select id from dup) as duplicate_id, head.last_seq as seq, head.access_epoch from (select) one left join head on true`;
}
