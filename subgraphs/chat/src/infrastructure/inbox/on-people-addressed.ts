import { type Clock, toId } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import { type Transaction, uuid } from '@veza/postgres';
import type { ChatEvents } from '@veza/schema/events';
import { sql } from 'drizzle-orm';
import { can, canView } from '../../domain/channel-access.ts';
import { NOTIFICATION_LEVEL_CODES } from '../../domain/channel-notifications.ts';
import type { UserId } from '../../domain/community.ts';
import { nameOfCode, PERSONAL_CAUSE_CODES } from '../../domain/inbox/inbox-entry.ts';
import { postgresAccessReader } from '../community/postgres-access-reader.ts';
import { idOf } from '../id-columns.ts';
import { levelAt } from '../notification/notification-columns.ts';
import { appendEntries } from './append-entries.ts';

/** Topics that put messages into inboxes. */
export const ADDRESSED_TOPICS = ['chat.people-addressed.v1'] as const satisfies readonly (keyof ChatEvents)[];

interface Recipient extends Record<string, unknown> {
  readonly user_id: string;
  /** The closest reason. */
  readonly cause: number;
}

/**
 * Puts a message into the inboxes of those whom it names, whom it answers, and who are in the conversation it was sent in: once each, with the
 * closest reason; not its author, nobody who wants to hear nothing of the channel or does not see it, and nobody with a block between them.
 * Answers whose inboxes have grown.
 */
export async function onPeopleAddressed(tx: Transaction, event: EventEnvelope, clock: Clock): Promise<readonly UserId[]> {
  const data = event.data as ChatEvents['chat.people-addressed.v1'];
  const channelId = toId('channel', data.channelId);
  const messageId = toId('message', data.messageId);
  const rows = await tx.execute<Recipient>(sql`
    with sent as (
      select m.channel_id, m.msg_no, m.author_id, m.reply_to_id from message m
      where m.id = ${uuid('message', messageId)} and m.channel_id = ${uuid('channel', channelId)} and m.deleted_at is null),
    addressed as (
      select n.user_id, case when n.is_here then ${PERSONAL_CAUSE_CODES.HERE} else ${PERSONAL_CAUSE_CODES.NAMED} end::int as cause
      from sent s join mention n on n.channel_id = s.channel_id and n.msg_no = s.msg_no
      union all
      select a.author_id, ${PERSONAL_CAUSE_CODES.REPLY}::int from sent s join message a on a.channel_id = s.channel_id and a.id = s.reply_to_id
      union all
      select p.user_id, ${PERSONAL_CAUSE_CODES.DIRECT_MESSAGE}::int from sent s join participant p on p.channel_id = s.channel_id)
    select a.user_id, min(a.cause) as cause
    from addressed a cross join sent s
      left join channel_notification t on t.user_id = a.user_id and t.channel_id = s.channel_id
    where a.user_id <> s.author_id and ${levelAt(clock())} <> ${NOTIFICATION_LEVEL_CODES.NONE} and not exists (
      select from block b where b.is_active and (
        b.blocker_id = a.user_id and b.blocked_id = s.author_id or b.blocker_id = s.author_id and b.blocked_id = a.user_id))
    group by a.user_id`);
  const causes = new Map(rows.map((row) => [idOf('user', row.user_id), nameOfCode(PERSONAL_CAUSE_CODES, row.cause) ?? 'NAMED']));
  if (causes.size === 0) return [];
  const viewers = await postgresAccessReader({ database: tx, clock }).viewers(channelId, [...causes.keys()]);
  const deliveries = Array.from(causes).flatMap(([userId, cause]) => {
    const standing = viewers.get(userId);
    if (!canView(standing) || !can(standing, 'READ_HISTORY')) return [];
    return [{ userId, news: { kind: 'MENTIONED', channelId, messageId, cause } as const }];
  });
  await appendEntries(tx, deliveries, new Date(event.occurredAt));
  return deliveries.map(({ userId }) => userId);
}
