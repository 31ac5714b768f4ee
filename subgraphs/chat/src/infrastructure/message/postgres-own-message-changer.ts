import { type Database, instantOf, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { ChangeOutcome, MessageEdit, OwnMessageChanger } from '../../application/ports/message.ts';
import { EVENT_KIND_CODES } from '../../domain/event/channel-event.ts';
import { deleteStatement, type DeletionRow } from './delete-statement.ts';

interface EditRow extends Record<string, unknown> {
  readonly seq: string | null;
}

/** Changes of one's own messages, each in one statement and one round trip, under the lock of the channel's head. */
export function postgresOwnMessageChanger(database: Database): OwnMessageChanger {
  return {
    async edit(edit) {
      const [row] = await database.execute<EditRow>(editStatement(edit));
      return outcome(row && row.seq === null ? 'UNCHANGED' : row?.seq);
    },

    async delete({ messageId, channelId, authorId, deletedAt, accessEpoch }) {
      const condition = sql`m.id = ${uuid('message', messageId)} and m.author_id = ${uuid('user', authorId)}`;
      const [row] = await database.execute<DeletionRow>(
        deleteStatement({ channelId, actorId: authorId, at: deletedAt, condition, limit: 1, accessEpoch }),
      );
      return outcome(row?.deleted === 0 ? 'UNCHANGED' : row?.last_seq);
    },
  };
}

function outcome(seq: string | undefined | null): ChangeOutcome {
  if (seq === 'UNCHANGED') return { kind: 'UNCHANGED' };
  return seq == null ? { kind: 'EPOCH_CHANGED' } : { kind: 'CHANGED', seq: Number(seq) };
}

/** No row: permissions changed. Of several edits the last to get the lock wins, so no version is compared. */
function editStatement({ messageId, channelId, authorId, content, mentions, editedAt, accessEpoch }: MessageEdit): SQL {
  const channel = uuid('channel', channelId);
  return sql`
    with head as (
      select h.last_seq, s.access_epoch from channel_head h join scope s on s.id = h.scope_id
      where h.channel_id = ${channel} and s.access_epoch = ${accessEpoch}::bigint for update of h),
    changed as (
      update message m set content = ${content}::text, edited_at = ${instantOf(editedAt)}, version = version + 1 from head
      where m.channel_id = ${channel} and m.id = ${uuid('message', messageId)} and m.author_id = ${uuid('user', authorId)}
        and m.deleted_at is null and m.content <> ${content}::text
      returning m.msg_no, head.last_seq + 1 as seq, head.access_epoch),
    unnamed as (
      delete from mention n using changed
      where n.channel_id = ${channel} and n.msg_no = changed.msg_no and not n.is_here and n.user_id <> all(${uuids('user', mentions.users)})),
    named as (
      insert into mention (user_id, channel_id, msg_no)
      select user_id, ${channel}, msg_no from changed, unnest(${uuids('user', mentions.users)}) as user_id
      on conflict (user_id, channel_id, msg_no) do update set is_here = false),
    uncalled as (
      delete from broadcast_mention b using changed
      where b.channel_id = ${channel} and b.msg_no = changed.msg_no and b.role_id <> all(${uuids('role', mentions.roles)})),
    called as (
      insert into broadcast_mention (channel_id, msg_no, role_id)
      select ${channel}, msg_no, role_id from changed, unnest(${uuids('role', mentions.roles)}) as role_id on conflict do nothing),
    logged as (
      insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, occurred_at)
      select ${channel}, seq, ${EVENT_KIND_CODES.MESSAGE_EDITED}::smallint, ${uuid('message', messageId)}, ${uuid('user', authorId)}, access_epoch,
        ${instantOf(editedAt)}
      from changed),
    moved as (update channel_head h set last_seq = changed.seq from changed where h.channel_id = ${channel})
    select changed.seq from head left join changed on true`;
}
