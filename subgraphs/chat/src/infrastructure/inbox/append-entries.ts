import { arrayLiteral, instantOf, type Transaction } from '@veza/postgres';
import { toUuid } from '@veza/kernel';
import { sql } from 'drizzle-orm';
import type { UserId } from '../../domain/community.ts';
import { INBOX_ENTRY_CODES, type InboxNews, MEMBERSHIP_STATE_CODES, PERSONAL_CAUSE_CODES } from '../../domain/inbox/inbox-entry.ts';

/** Something new for one inbox. */
export interface Delivery {
  readonly userId: UserId;
  readonly news: InboxNews;
}

/**
 * Appends one entry to each of these inboxes, which must be of different people. Heads are locked in the order of their ids, so that
 * transactions never wait for each other in a circle, and their locks make commit order the order of numbers.
 */
export async function appendEntries(tx: Transaction, deliveries: readonly Delivery[], occurredAt: Date): Promise<void> {
  if (deliveries.length === 0) return;
  const column = (valueOf: (delivery: Delivery) => string | number | null) => arrayLiteral(deliveries.map(valueOf));
  await tx.execute(sql`
    with fresh as materialized (
      select * from unnest(${column(({ userId }) => toUuid('user', userId))}::uuid[], ${column(({ news }) => INBOX_ENTRY_CODES[news.kind])}::int[],
        ${column(({ news }) => subjectOf(news))}::uuid[], ${column(({ news }) => channelOf(news))}::uuid[], ${column(({ news }) => detailOf(news))}::int[])
        as d (user_id, kind, subject_id, channel_id, detail)),
    head as (
      insert into user_head as h (user_id, last_seq) select user_id, 1 from fresh order by user_id
      on conflict (user_id) do update set last_seq = h.last_seq + 1 returning h.user_id, h.last_seq)
    insert into user_event (user_id, seq, kind, subject_id, channel_id, detail, occurred_at)
    select h.user_id, h.last_seq, f.kind, f.subject_id, f.channel_id, f.detail, ${instantOf(occurredAt)} from head h join fresh f using (user_id)`);
}

function subjectOf(news: InboxNews): string {
  return news.kind === 'MENTIONED' ? toUuid('message', news.messageId) : toUuid('community', news.communityId);
}

function channelOf(news: InboxNews): string | null {
  return news.kind === 'MENTIONED' ? toUuid('channel', news.channelId) : null;
}

function detailOf(news: InboxNews): number {
  return news.kind === 'MENTIONED' ? PERSONAL_CAUSE_CODES[news.cause] : MEMBERSHIP_STATE_CODES[news.state];
}
