import { NIL_UUID, toUuid, type Uuid } from '@veza/kernel';
import { arrayLiteral, type StatementValue } from '@veza/postgres';
import type { MessageDraft } from '../../application/ports/message.ts';
import { EVENT_KIND_CODES } from '../../domain/event/channel-event.ts';
import type { ScopeId } from '../../domain/channel.ts';

/** What came of one draft, in the order of the drafts; `bigint` columns arrive as text. */
export interface SendRow {
  /** Whether the epoch under which the author was allowed to send is still the present one. */
  readonly is_present: boolean;
  readonly duplicate_id: string | null;
  /** Null: nothing was written. */
  readonly seq: string | null;
  readonly msg_no: string | null;
  /** Until slow mode lets the author pass, as far as the statement's snapshot tells; null where there is none. */
  readonly wait_ms: number | null;
}

/**
 * Sends any number of drafts of any number of channels in one statement and one round trip; no two of them may share author, channel and nonce,
 * and of one author in one channel only one may be under slow mode. Heads are locked in the order of their ids, so that statements never wait
 * for each other in a circle; whatever else is written belongs to a channel whose head is held.
 *
 * The row lock on `channel_head` makes commit order the order of numbers; a rollback leaves no hole. The parts share one snapshot, so of two
 * equal nonces in two statements at the same instant both miss the other: the loser then waits on the head, breaks the unique index, and rolls
 * back whole. `gate` is a conditional upsert, because a plain read would let parallel sends through; a plain `on conflict do nothing` on
 * `message` would burn a number. Look-ups are sub-selects, so that each is one descent of an index in one partition, whatever the planner
 * believes about their number.
 */
export const SEND_STATEMENT = `
  with draft as materialized (
    select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::uuid[], $10::int[],
        $11::timestamptz[], $12::int[], $13::uuid[], $14::text[], $15::text[])
      with ordinality as d (channel_id, scope_id, access_epoch, author_id, nonce, id, content, reply_to_id, moment_track_id, moment_ms,
        created_at, slow_mode_s, event_id, topic_key, envelope, place)),
  judged as materialized (
    select d.*,
      exists (select from scope s where s.id = d.scope_id and s.access_epoch = d.access_epoch) as is_present,
      (select m.id from message m where m.channel_id = d.channel_id and m.author_id = d.author_id and m.nonce = d.nonce) as duplicate_id
    from draft d),
  locked as materialized (
    select h.channel_id, h.last_seq, h.last_msg_no from channel_head h
    where h.channel_id = any (array(select j.channel_id from judged j where j.is_present and j.duplicate_id is null))
    order by h.channel_id for update),
  gate as (
    insert into slow_mode_gate as g (channel_id, user_id, last_sent_at)
    select j.channel_id, j.author_id, clock_timestamp() from judged j join locked using (channel_id)
    where j.slow_mode_s > 0 and j.is_present and j.duplicate_id is null
    on conflict (channel_id, user_id) do update set last_sent_at = clock_timestamp()
      where g.last_sent_at <= clock_timestamp() - make_interval(secs =>
        (select j.slow_mode_s from judged j where j.channel_id = g.channel_id and j.author_id = g.user_id and j.slow_mode_s > 0))
    returning g.channel_id, g.user_id),
  numbered as materialized (
    select j.*, l.last_seq + row_number() over (partition by j.channel_id order by j.place) as seq,
      l.last_msg_no + row_number() over (partition by j.channel_id order by j.place) as msg_no
    from judged j join locked l using (channel_id)
    where j.is_present and j.duplicate_id is null
      and (j.slow_mode_s = 0 or exists (select from gate g where g.channel_id = j.channel_id and g.user_id = j.author_id))),
  head as (
    update channel_head h set last_seq = n.last_seq, last_msg_no = n.last_msg_no, last_message_at = n.last_message_at
    from (select channel_id, max(seq) as last_seq, max(msg_no) as last_msg_no, max(created_at) as last_message_at from numbered group by channel_id) n
    where h.channel_id = n.channel_id),
  msg as (
    insert into message (channel_id, msg_no, id, author_id, nonce, content, reply_to_id, moment_track_id, moment_ms, created_seq, created_at)
    select channel_id, msg_no, id, author_id, nonce, content, reply_to_id, moment_track_id, moment_ms, seq, created_at from numbered),
  entry as (
    insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, occurred_at)
    select channel_id, seq, ${EVENT_KIND_CODES.MESSAGE_SENT}, id, author_id, access_epoch, created_at from numbered),
  named as (
    insert into mention (user_id, channel_id, msg_no, is_here)
    select u.user_id, n.channel_id, n.msg_no, u.is_here
    from unnest($16::int[], $17::uuid[], $20::bool[]) as u (place, user_id, is_here) join numbered n using (place)),
  called as (
    insert into broadcast_mention (channel_id, msg_no, role_id)
    select n.channel_id, n.msg_no, r.role_id from unnest($18::int[], $19::uuid[]) as r (place, role_id) join numbered n using (place)),
  read as (
    insert into read_state as r (user_id, channel_id, last_read_msg_no)
    select author_id, channel_id, max(msg_no) from numbered group by author_id, channel_id
    on conflict (user_id, channel_id) do update set last_read_msg_no = greatest(r.last_read_msg_no, excluded.last_read_msg_no)),
  fact as (
    insert into outbox (event_id, topic, key, revision, envelope)
    select f.event_id, f.topic, n.topic_key, n.seq,
      jsonb_set(jsonb_set(n.envelope::jsonb || jsonb_build_object('id', f.event_id, 'topic', f.topic), '{revision}', to_jsonb(n.seq)), '{data,seq}', to_jsonb(n.seq))
    from numbered n cross join lateral (
      select n.event_id, 'chat.message-sent.v1' as topic
      union all select n.id, 'chat.people-addressed.v1' where n.place = any ($21::int[])) f
    order by n.place)
  select j.is_present, j.duplicate_id, n.seq, n.msg_no,
    case when j.slow_mode_s > 0 and n.seq is null then (
      select ceil(extract(epoch from g.last_sent_at + make_interval(secs => j.slow_mode_s) - clock_timestamp()) * 1000)::int
      from slow_mode_gate g where g.channel_id = j.channel_id and g.user_id = j.author_id) end as wait_ms
  from judged j left join numbered n using (place) order by place`;

/** The values of the statement for these drafts, each with the id of its outgoing fact. */
export function sendValues(drafts: readonly (MessageDraft & { readonly eventId: Uuid })[]): readonly StatementValue[] {
  const column = (valueOf: (draft: MessageDraft & { readonly eventId: Uuid }) => string | number | null) =>
    arrayLiteral(drafts.map(valueOf));
  const named = placed(drafts.map(({ mentions }) => mentions.users.map((id) => toUuid('user', id))));
  const here = placed(drafts.map(({ mentions }) => mentions.here.map((id) => toUuid('user', id))));
  const people = [...named, ...here];
  const called = placed(drafts.map(({ mentions }) => mentions.roles.map((id) => toUuid('role', id))));
  return [
    column(({ channelId }) => toUuid('channel', channelId)),
    column(({ scopeId }) => scopeUuidOf(scopeId)),
    column(({ accessEpoch }) => accessEpoch),
    column(({ authorId }) => toUuid('user', authorId)),
    column(({ nonce }) => nonce),
    column(({ id }) => toUuid('message', id)),
    column(({ content }) => content),
    column(({ replyToId }) => replyToId && toUuid('message', replyToId)),
    column(({ trackMoment }) => trackMoment && toUuid('track', trackMoment.trackId)),
    column(({ trackMoment }) => trackMoment && trackMoment.positionMs),
    column(({ createdAt }) => createdAt.toISOString()),
    column(({ slowModeSeconds }) => slowModeSeconds),
    column(({ eventId }) => eventId),
    column(({ channelId }) => channelId),
    column(envelopeOf),
    arrayLiteral(people.map(({ place }) => place)),
    arrayLiteral(people.map(({ id }) => id)),
    arrayLiteral(called.map(({ place }) => place)),
    arrayLiteral(called.map(({ id }) => id)),
    arrayLiteral(people.map((_person, index) => String(index >= named.length))),
    arrayLiteral(drafts.flatMap((draft, index) => (addressesPeople(draft) ? [index + 1] : []))),
  ];
}

/**
 * Whether the message concerns particular people, of which a second fact tells: it is what inboxes are written from, so that the others cost
 * them nothing. The id of that fact is the message's.
 */
function addressesPeople({ mentions, replyToId, scopeId, channelId }: MessageDraft): boolean {
  return mentions.users.length > 0 || mentions.here.length > 0 || replyToId !== null || scopeId === channelId;
}

/** The outgoing fact as it is but for its numbers, which the statement adds. */
function envelopeOf({ eventId, channelId, id, authorId, createdAt }: MessageDraft & { readonly eventId: Uuid }): string {
  return JSON.stringify({
    id: eventId,
    topic: 'chat.message-sent.v1',
    key: channelId,
    occurredAt: createdAt.toISOString(),
    actorId: authorId,
    data: { channelId, messageId: id, authorId },
  });
}

/** Each id with the place, from 1, of the draft it belongs to. */
function placed(lists: readonly (readonly Uuid[])[]): readonly { readonly place: number; readonly id: Uuid }[] {
  return lists.flatMap((ids, index) => ids.map((id) => ({ place: index + 1, id })));
}

function scopeUuidOf(scopeId: ScopeId): Uuid {
  const community = toUuid('community', scopeId);
  return community === NIL_UUID ? toUuid('channel', scopeId) : community;
}
