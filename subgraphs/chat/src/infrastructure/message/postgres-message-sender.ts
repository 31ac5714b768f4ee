import type { Uuid } from '@veza/kernel';
import { type Database, isUniqueViolation, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { MessageDraft, MessageSender, NonceKey, SendOutcome } from '../../application/ports/message.ts';
import { EVENT_KIND_CODES } from '../../domain/event/channel-event.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { idOf } from '../id-columns.ts';

interface Dependencies {
  readonly database: Database;
  readonly newEventId: () => Uuid;
  /** Called after each commit, to wake the outbox relay. */
  readonly onCommit: () => void;
}

interface SendRow extends Record<string, unknown> {
  readonly duplicate_id: string | null;
  readonly seq: string | null;
  readonly is_present: boolean;
}

/**
 * Sends in one statement and one round trip. The row lock on `channel_head` makes commit order the order of numbers; a rollback leaves no hole.
 * Its parts share one snapshot, so of two equal nonces at the same instant both miss the other: the loser then waits on the head, breaks the
 * unique index, rolls back whole and reads the winner when it is repeated.
 */
export function postgresMessageSender({ database, newEventId, onCommit }: Dependencies): MessageSender {
  const findDuplicate = async ({ channelId, authorId, nonce }: NonceKey): Promise<MessageId | undefined> => {
    const [row] = await database.execute<{ id: string }>(sql`
      select id from message where channel_id = ${uuid('channel', channelId)} and author_id = ${uuid('user', authorId)} and nonce = ${nonce}`);
    return row && idOf('message', row.id);
  };

  const execute = async (draft: MessageDraft): Promise<SendRow> => {
    const [row] = await database.execute<SendRow>(sendStatement(draft, newEventId()));
    if (!row) throw new Error('the send statement answered nothing');
    return row;
  };

  const executeOnceMore = (draft: MessageDraft) =>
    execute(draft).catch((error: unknown) => {
      if (isUniqueViolation(error)) return execute(draft);
      throw error;
    });

  /** Why nothing was written: another send of the same nonce may have closed the gate or been overtaken by a change of permissions. */
  const refusal = async (draft: MessageDraft, row: SendRow): Promise<SendOutcome> => {
    const duplicate = row.duplicate_id === null ? await findDuplicate(draft) : idOf('message', row.duplicate_id);
    if (duplicate) return { kind: 'REPLAYED', messageId: duplicate };
    if (!row.is_present) return { kind: 'EPOCH_CHANGED' };
    if (draft.slowModeSeconds > 0) return { kind: 'SLOW_MODE', retryAfterMs: await waitAtGate(database, draft) };
    throw new Error(`channel ${draft.channelId} has no log`);
  };

  return {
    async send(draft) {
      const row = await executeOnceMore(draft);
      if (row.seq === null) return refusal(draft, row);
      onCommit();
      return { kind: 'SENT', seq: Number(row.seq) };
    },
  };
}

/** Milliseconds until the author may send again; at least 1. */
async function waitAtGate(database: Database, { channelId, authorId, slowModeSeconds }: MessageDraft): Promise<number> {
  const [row] = await database.execute<{ wait_ms: number }>(sql`
    select ceil(extract(epoch from last_sent_at + make_interval(secs => ${slowModeSeconds}::int) - clock_timestamp()) * 1000)::int as wait_ms
    from slow_mode_gate where channel_id = ${uuid('channel', channelId)} and user_id = ${uuid('user', authorId)}`);
  return Math.max(1, row?.wait_ms ?? 1);
}

/**
 * `gate` is a conditional upsert, because a plain read would let parallel sends through; a plain `on conflict do nothing` on `message`
 * would burn a number.
 */
function sendStatement(draft: MessageDraft, eventId: Uuid): SQL {
  const [channel, author, community] = [
    uuid('channel', draft.channelId),
    uuid('user', draft.authorId),
    uuid('community', draft.communityId),
  ];
  const [id, at, slowMode] = [
    uuid('message', draft.id),
    sql`${draft.createdAt.toISOString()}::timestamptz`,
    sql`${draft.slowModeSeconds}::int`,
  ];
  const replyTo = draft.replyToId === null ? sql`null::uuid` : uuid('message', draft.replyToId);
  const momentTrack = draft.trackMoment === null ? sql`null::uuid` : uuid('track', draft.trackMoment.trackId);
  const momentMs = sql`${draft.trackMoment?.positionMs ?? null}::int`;
  const fact = JSON.stringify({ channelId: draft.channelId, messageId: draft.id, authorId: draft.authorId });
  const envelope = JSON.stringify({
    id: eventId,
    topic: 'chat.message-sent.v1',
    key: draft.channelId,
    occurredAt: draft.createdAt.toISOString(),
    actorId: draft.authorId,
  });
  return sql`
    with dup as (select id from message where channel_id = ${channel} and author_id = ${author} and nonce = ${draft.nonce}::text),
    present as (select access_epoch from scope where id = ${community} and access_epoch = ${draft.accessEpoch}::bigint),
    gate as (
      insert into slow_mode_gate as g (channel_id, user_id, last_sent_at)
      select ${channel}, ${author}, clock_timestamp() from present where ${slowMode} > 0 and not exists (select from dup)
      on conflict (channel_id, user_id) do update set last_sent_at = clock_timestamp()
        where g.last_sent_at <= clock_timestamp() - make_interval(secs => ${slowMode})
      returning 1),
    head as (
      update channel_head h set last_seq = last_seq + 1, last_msg_no = last_msg_no + 1, last_message_at = ${at}
      from present
      where h.channel_id = ${channel} and not exists (select from dup) and (${slowMode} = 0 or exists (select from gate))
      returning h.last_seq, h.last_msg_no, present.access_epoch),
    msg as (
      insert into message (channel_id, msg_no, id, author_id, nonce, content, reply_to_id, moment_track_id, moment_ms, created_seq, created_at)
      select ${channel}, last_msg_no, ${id}, ${author}, ${draft.nonce}::text, ${draft.content}::text, ${replyTo}, ${momentTrack}, ${momentMs}, last_seq, ${at}
      from head),
    ev as (
      insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, occurred_at)
      select ${channel}, last_seq, ${EVENT_KIND_CODES.MESSAGE_SENT}::smallint, ${id}, ${author}, access_epoch, ${at} from head),
    men as (
      insert into mention (user_id, channel_id, msg_no)
      select user_id, ${channel}, last_msg_no from head, unnest(${uuids('user', draft.mentions.users)}) as user_id),
    bro as (
      insert into broadcast_mention (channel_id, msg_no, role_id)
      select ${channel}, last_msg_no, role_id from head, unnest(${uuids('role', draft.mentions.roles)}) as role_id),
    rd as (
      insert into read_state as r (user_id, channel_id, last_read_msg_no) select ${author}, ${channel}, last_msg_no from head
      on conflict (user_id, channel_id) do update set last_read_msg_no = greatest(r.last_read_msg_no, excluded.last_read_msg_no)),
    box as (
      insert into outbox (event_id, topic, key, revision, envelope)
      select ${eventId}::uuid, 'chat.message-sent.v1', ${draft.channelId}::text, last_seq,
        ${envelope}::jsonb || jsonb_build_object('revision', last_seq, 'data', ${fact}::jsonb || jsonb_build_object('seq', last_seq))
      from head)
    select (select id from dup) as duplicate_id, (select last_seq from head) as seq, exists (select from present) as is_present`;
}
