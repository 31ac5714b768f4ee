import type { Transaction } from '@veza/postgres';
import { lt } from 'drizzle-orm';
import type { ReadMarkWriter } from '../../application/ports/message.ts';
import { readState } from '../tables.ts';

/** Read marks within one transaction. */
export function postgresReadMarkWriter(tx: Transaction): ReadMarkWriter {
  return {
    async advance(userId, channelId, { messageNumber, at }) {
      await tx
        .insert(readState)
        .values({ userId, channelId, lastReadMsgNo: messageNumber, movedAt: at })
        .onConflictDoUpdate({
          target: [readState.userId, readState.channelId],
          set: { lastReadMsgNo: messageNumber, movedAt: at },
          setWhere: lt(readState.lastReadMsgNo, messageNumber),
        });
    },
  };
}
