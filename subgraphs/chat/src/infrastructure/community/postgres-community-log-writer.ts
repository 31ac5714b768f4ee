import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { CommunityLogWriter } from '../../application/ports/community-log.ts';
import { COMMUNITY_EVENT_CODES } from '../../domain/event/community-event.ts';

/** A community's log within one transaction. The lock on the community's row orders the entries; a rollback leaves no hole. */
export function postgresCommunityLogWriter(tx: Transaction): CommunityLogWriter {
  return {
    async append({ communityId, change, accessEpoch, occurredAt }) {
      const subject = change.kind === 'MEMBER' ? uuid('user', change.userId) : sql`null::uuid`;
      const [row] = await tx.execute<{ seq: string }>(sql`
        with head as (update community set last_seq = last_seq + 1 where id = ${uuid('community', communityId)} returning id, last_seq)
        insert into community_event (community_id, seq, kind, subject_id, access_epoch, occurred_at)
        select id, last_seq, ${COMMUNITY_EVENT_CODES[change.kind]}::smallint, ${subject}, ${accessEpoch}::bigint, ${instantOf(occurredAt)}
        from head returning seq`);
      if (!row) throw new Error(`community ${communityId} vanished inside its transaction`);
      return Number(row.seq);
    },
  };
}
