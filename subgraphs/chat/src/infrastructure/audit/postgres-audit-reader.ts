import { pageOf } from '@veza/kernel';
import { type Database, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { AuditReader } from '../../application/ports/audit.ts';
import type { AuditAction, AuditChanges, AuditEntry } from '../../domain/audit.ts';
import { keyset } from '../keyset.ts';
import { idOf, optionalIdOf } from '../id-columns.ts';

interface AuditRow extends Record<string, unknown> {
  readonly id: string;
  readonly seq: string;
  readonly action: AuditAction;
  readonly actor_id: string;
  readonly subject_id: string | null;
  readonly subject_user_id: string | null;
  readonly channel_id: string | null;
  readonly changes: AuditChanges;
  readonly reason: string | null;
  readonly occurred_at: string;
}

/** Audit logs from Postgres. */
export function postgresAuditReader(database: Database): AuditReader {
  return {
    async list(communityId, hidden, slice) {
      const { condition, order } = keyset(slice, [sql`a.seq`], (seq) => [sql`${seq}::bigint`], 'descending');
      const rows = await database.execute<AuditRow>(sql`
        select a.id, a.seq, a.action, a.actor_id, a.subject_id, a.subject_user_id, a.channel_id, a.changes, a.reason, a.occurred_at
        from community_audit a
        where a.community_id = ${uuid('community', communityId)}
          and (a.channel_id is null or a.channel_id <> all(${uuids('channel', hidden)})) and ${condition}
        order by ${order} limit ${slice.size + 1}`);
      return pageOf(rows.map(toEntry), { ...slice, after: slice.after?.toString(), before: slice.before?.toString() });
    },
  };
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: idOf('audit', row.id),
    seq: Number(row.seq),
    action: row.action,
    actorId: idOf('user', row.actor_id),
    subjectId: row.subject_id,
    userId: optionalIdOf('user', row.subject_user_id),
    channelId: optionalIdOf('channel', row.channel_id),
    changes: row.changes,
    reason: row.reason,
    occurredAt: new Date(row.occurred_at),
  };
}
