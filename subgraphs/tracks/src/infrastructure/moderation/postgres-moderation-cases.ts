import type { Transaction } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ModerationCases } from '../../application/moderation-cases.ts';

/** Cases of moderators in one transaction. */
export function postgresModerationCases(tx: Transaction): ModerationCases {
  return {
    async advance(caseId, decisionNo) {
      const rows = await tx.execute(sql`
        insert into moderation_case values (${caseId}, ${decisionNo})
        on conflict (case_id) do update set decision_no = excluded.decision_no where moderation_case.decision_no < excluded.decision_no
        returning case_id`);
      return rows.length > 0;
    },
  };
}
