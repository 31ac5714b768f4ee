import { type Database, instantOf, type Transaction, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { PollReader, PollWriter } from '../../application/ports/poll.ts';
import type { Message, MessageId } from '../../domain/message/message.ts';
import type { PollDraft } from '../../domain/poll.ts';
import { idOf } from '../id-columns.ts';

/** Votes from Postgres. */
export function postgresPollReader(database: Database): PollReader {
  return {
    async votesOf(userId, messageIds) {
      const rows = await database.execute<{ message_id: string; places: readonly number[] }>(sql`
        select v.message_id, jsonb_agg(v.place order by v.place) as places from message m
          join poll_vote v on v.channel_id = m.channel_id and v.message_id = m.id
        where m.id = any(${uuids('message', messageIds)}) and v.user_id = ${uuid('user', userId)} group by v.message_id`);
      return new Map(rows.map((row): [MessageId, readonly number[]] => [idOf('message', row.message_id), row.places]));
    },
  };
}

/** Polls within one transaction, under the lock of their channel's log: what is counted moves with what counts it. */
export function postgresPollWriter(tx: Transaction): PollWriter {
  const of = ({ channelId, id }: Pick<Message, 'channelId' | 'id'>, alias: SQL): SQL =>
    sql`${alias}.channel_id = ${uuid('channel', channelId)} and ${alias}.message_id = ${uuid('message', id)}`;

  return {
    async choose(message, userId, places) {
      const user = uuid('user', userId);
      const [present] = await tx.execute<{ places: readonly number[] }>(sql`
        select coalesce(jsonb_agg(v.place order by v.place), '[]') as places from poll_vote v where ${of(message, sql`v`)} and v.user_id = ${user}`);
      const before = present?.places ?? [];
      const after = places.toSorted((left, right) => left - right);
      if (JSON.stringify(before) === JSON.stringify(after)) return false;
      const [gone, come] = [before.filter((place) => !after.includes(place)), after.filter((place) => !before.includes(place))];
      await tx.execute(
        sql`delete from poll_vote v where ${of(message, sql`v`)} and v.user_id = ${user} and v.place = any(${smallints(gone)})`,
      );
      await tx.execute(sql`
        insert into poll_vote (channel_id, message_id, user_id, place)
        select ${uuid('channel', message.channelId)}, ${uuid('message', message.id)}, ${user}, place from unnest(${smallints(come)}) as place`);
      await tx.execute(sql`
        update poll_option o set vote_count = o.vote_count + case when o.place = any(${smallints(come)}) then 1 else -1 end
        where ${of(message, sql`o`)} and o.place = any(${smallints([...gone, ...come])})`);
      const voters = Number(after.length > 0) - Number(before.length > 0);
      if (voters !== 0) await tx.execute(sql`update poll p set voter_count = p.voter_count + ${voters}::int where ${of(message, sql`p`)}`);
      return true;
    },

    async close(message, at) {
      await tx.execute(sql`update poll p set closed_at = ${instantOf(at)} where ${of(message, sql`p`)}`);
    },
  };
}

/** Keeps the question of a message that is sent in the same transaction. */
export async function insertPoll(
  tx: Transaction,
  { channelId, id }: Pick<Message, 'channelId' | 'id'>,
  { question, options, isMultiple, closesAt }: PollDraft,
): Promise<void> {
  const [channel, message] = [uuid('channel', channelId), uuid('message', id)];
  await tx.execute(sql`
    insert into poll (channel_id, message_id, question, is_multiple, closes_at)
    values (${channel}, ${message}, ${question}, ${isMultiple}, ${instantOf(closesAt)})`);
  await tx.execute(sql`
    insert into poll_option (channel_id, message_id, place, text)
    select ${channel}, ${message}, o.place - 1, o.text
    from jsonb_array_elements_text(${JSON.stringify(options)}::jsonb) with ordinality as o (text, place)`);
}

function smallints(places: readonly number[]): SQL {
  return sql`${`{${places.join(',')}}`}::smallint[]`;
}
