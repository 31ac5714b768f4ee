import { type Database, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { InboxLog } from '../../application/ports/inbox.ts';
import {
  INBOX_ENTRY_CODES,
  type InboxEntry,
  type InboxNews,
  MEMBERSHIP_STATE_CODES,
  nameOfCode,
  PERSONAL_CAUSE_CODES,
} from '../../domain/inbox/inbox-entry.ts';
import { idOf } from '../id-columns.ts';

interface HeadRow extends Record<string, unknown> {
  readonly user_id: string;
  readonly last_seq: string;
  readonly floor_seq: string;
  readonly log_epoch: string;
}

interface EntryRow extends Record<string, unknown> {
  readonly seq: string;
  readonly kind: number;
  readonly subject_id: string;
  readonly channel_id: string | null;
  readonly detail: number;
  readonly occurred_at: string;
}

/** The inboxes in Postgres. That of a person without a row is empty. */
export function postgresInboxLog(database: Database): InboxLog {
  return {
    async heads(userIds) {
      const rows = await database.execute<HeadRow>(sql`
        select u.user_id, coalesce(h.last_seq, 0) as last_seq, coalesce(h.floor_seq, 0) as floor_seq, (select log_epoch from log_origin) as log_epoch
        from unnest(${uuids('user', userIds)}) as u (user_id) left join user_head h on h.user_id = u.user_id`);
      return new Map(
        rows.map((row) => [
          idOf('user', row.user_id),
          { lastSeq: Number(row.last_seq), floorSeq: Number(row.floor_seq), accessEpoch: 0, logEpoch: row.log_epoch },
        ]),
      );
    },

    async read(userId, afterSeq, limit) {
      const rows = await database.execute<EntryRow>(sql`
        select seq, kind, subject_id, channel_id, detail, occurred_at from user_event
        where user_id = ${uuid('user', userId)} and seq > ${afterSeq}::bigint order by seq limit ${limit}`);
      return rows.map(toEntry);
    },
  };
}

function toEntry(row: EntryRow): InboxEntry {
  return { ...newsOf(row), seq: Number(row.seq), accessEpoch: 0, occurredAt: new Date(row.occurred_at) };
}

function newsOf({ kind, subject_id: subject, channel_id: channel, detail }: EntryRow): InboxNews {
  if (kind === INBOX_ENTRY_CODES.MEMBERSHIP_CHANGED)
    return {
      kind: 'MEMBERSHIP_CHANGED',
      communityId: idOf('community', subject),
      state: nameOfCode(MEMBERSHIP_STATE_CODES, detail) ?? 'LEFT',
    };
  if (kind !== INBOX_ENTRY_CODES.MENTIONED || channel === null) throw new Error(`unknown kind of entry ${kind} in an inbox`);
  return {
    kind: 'MENTIONED',
    channelId: idOf('channel', channel),
    messageId: idOf('message', subject),
    cause: nameOfCode(PERSONAL_CAUSE_CODES, detail) ?? 'NAMED',
  };
}
