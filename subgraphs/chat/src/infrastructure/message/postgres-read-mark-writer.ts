import type { Transaction } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ReadMarkWriter } from '../../application/ports/message.ts';
import { readState } from '../tables.ts';

/** Read marks within one transaction. */
export function postgresReadMarkWriter(tx: Transaction): ReadMarkWriter {
  return {
    async advance(userId, channelId, messageNumber) {
      await tx
        .insert(readState)
        .values({ userId, channelId, lastReadMsgNo: messageNumber })
        .onConflictDoUpdate({
          target: [readState.userId, readState.channelId],
          set: { lastReadMsgNo: sql`greatest(${readState.lastReadMsgNo}, excluded.last_read_msg_no)` },
        });
    },
  };
}
