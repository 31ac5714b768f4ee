import { instantOf, type Transaction, uuid } from '@veza/postgres';
import type { EventRecorder } from '@veza/messaging';
import type { ChatEvents } from '@veza/schema/events';
import { sql } from 'drizzle-orm';
import type { AuditWriter } from '../../application/ports/audit.ts';

/** The audit log within one transaction: the lock on the community's row numbers the entries without gaps. */
export function postgresAuditWriter(tx: Transaction, events: EventRecorder<ChatEvents>): AuditWriter {
  return {
    async record({ action, subjectId, userId, channelId, changes }, { id, communityId, actorId, reason, occurredAt }) {
      const [row] = await tx.execute<{ seq: string }>(sql`
        with head as (update community set audit_seq = audit_seq + 1 where id = ${uuid('community', communityId)} returning id, audit_seq)
        insert into community_audit (community_id, seq, id, action, actor_id, subject_id, subject_user_id, channel_id, changes, reason, occurred_at)
        select id, audit_seq, ${uuid('audit', id)}, ${action}::text, ${uuid('user', actorId)}, ${subjectId}::text,
          ${userId === null ? sql`null::uuid` : uuid('user', userId)}, ${channelId === null ? sql`null::uuid` : uuid('channel', channelId)},
          ${JSON.stringify(changes)}::jsonb, ${reason}::text, ${instantOf(occurredAt)}
        from head returning seq`);
      if (!row) throw new Error(`community ${communityId} vanished inside its transaction`);
      await events.record('chat.audit-recorded.v1', communityId, Number(row.seq), {
        auditId: id,
        communityId,
        action,
        actorId,
        subjectId: subjectId ?? userId,
        reason,
      });
    },
  };
}
