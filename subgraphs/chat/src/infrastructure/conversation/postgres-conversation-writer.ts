import { isUniqueViolation, instantOf, type Transaction, uuid, uuids } from '@veza/postgres';
import { and, eq, sql } from 'drizzle-orm';
import type { ConversationDraft, ConversationWriter } from '../../application/ports/conversation.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { idOf } from '../id-columns.ts';
import { channel, participant } from '../tables.ts';
import { dmKey, kindCodeOf } from './dm-key.ts';

/** Fewer people than this left in a group are found as a pair, not as that group. */
const SMALLEST_GROUP = 3;

/** Looks for a conversation that somebody else makes, or whose people change, at the same instant. */
const OPENINGS = 3;

/** Undefined when these people have a conversation: whoever makes it at the same instant is waited for. */
async function make(tx: Transaction, { id, people, openedAt }: ConversationDraft): Promise<ChannelId | undefined> {
  const at = instantOf(openedAt);
  const [made] = await tx.execute<{ id: string }>(sql`
    with made as (
      insert into channel (id, scope_id, kind, position, created_at, dm_key)
      values (${uuid('channel', id)}, ${uuid('channel', id)}, ${kindCodeOf(people)}::smallint, 0, ${at}, ${dmKey(people)})
      on conflict (dm_key) where dm_key is not null do nothing returning id),
    scoped as (insert into scope (id) select id from made),
    headed as (insert into channel_head (channel_id, scope_id) select id, id from made),
    peopled as (
      insert into participant (channel_id, user_id, joined_at)
      select made.id, user_id, ${at} from made, unnest(${uuids('user', people)}) as user_id)
    select id from made`);
  return made && id;
}

async function find(tx: Transaction, people: readonly UserId[]): Promise<ChannelId | undefined> {
  const [present] = await tx.execute<{ id: string }>(sql`select id from channel where dm_key = ${dmKey(people)}`);
  return present && idOf('channel', present.id);
}

/** Conversations within one transaction. */
export function postgresConversationWriter(tx: Transaction): ConversationWriter {
  return {
    async open(draft) {
      for (let attempts = 0; attempts < OPENINGS; attempts += 1) {
        const opened = (await make(tx, draft)) ?? (await find(tx, draft.people));
        if (opened) return opened;
      }
      throw new Error('the group of these people changed each time it was to be opened');
    },

    async lock(channelId) {
      await tx.execute(sql`select from scope where id = ${uuid('channel', channelId)} for update`);
      const rows = await tx
        .select()
        .from(participant)
        .where(eq(participant.channelId, channelId))
        .orderBy(participant.joinedAt, participant.userId);
      return rows.map(({ userId }) => userId);
    },

    async add(channelId, userIds, joinedAt) {
      await tx.insert(participant).values(userIds.map((userId) => ({ channelId, userId, joinedAt })));
      await tx.execute(sql`
        insert into read_state as r (user_id, channel_id, last_read_msg_no)
        select user_id, h.channel_id, h.last_msg_no from channel_head h, unnest(${uuids('user', userIds)}) as user_id
        where h.channel_id = ${uuid('channel', channelId)}
        on conflict (user_id, channel_id) do update set last_read_msg_no = greatest(r.last_read_msg_no, excluded.last_read_msg_no)`);
    },

    async remove(channelId, userId) {
      await tx.delete(participant).where(and(eq(participant.channelId, channelId), eq(participant.userId, userId)));
    },

    async changed(channelId, people) {
      await tx.execute(sql`update scope set access_epoch = access_epoch + 1 where id = ${uuid('channel', channelId)}`);
      await tx.execute(sql`update channel set dm_key = null where id = ${uuid('channel', channelId)}`);
      if (people.length < SMALLEST_GROUP) return;
      const found = sql`update channel set dm_key = ${dmKey(people)} where id = ${uuid('channel', channelId)}`;
      await tx
        .transaction((nested) => nested.execute(found))
        .catch((error: unknown) => {
          if (!isUniqueViolation(error)) throw error;
        });
    },

    async rename(channelId, name) {
      await tx.update(channel).set({ name }).where(eq(channel.id, channelId));
    },
  };
}
