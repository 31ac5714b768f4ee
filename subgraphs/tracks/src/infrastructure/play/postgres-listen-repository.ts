import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { and, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { ListenRepository } from '../../application/play/ports.ts';
import { listen, streamGrant } from '../tables.ts';
import { listenOf } from './listen-row.ts';

const DAY_MS = 86_400_000;

/** Listens in one transaction. */
export function postgresListenRepository(tx: Transaction, newHistoryId: () => string): ListenRepository {
  return {
    async lockLast(userId, deviceId) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veza listen ${userId} ${deviceId}`}, 0))`);
      const [row] = await tx
        .select()
        .from(listen)
        .where(and(eq(listen.userId, userId), eq(listen.deviceId, deviceId)))
        .orderBy(desc(listen.startedAt))
        .limit(1)
        .for('update');
      return row && listenOf(row);
    },

    async grantedAt(userId, trackId, now) {
      const isRecent = gt(streamGrant.grantedAt, new Date(now.getTime() - DAY_MS));
      const [row] = await tx
        .select()
        .from(streamGrant)
        .where(and(eq(streamGrant.userId, userId), eq(streamGrant.trackId, trackId), isRecent));
      return row?.grantedAt;
    },

    async save({ id, ...kept }) {
      await tx
        .insert(listen)
        .values({ id, ...kept })
        .onConflictDoUpdate({ target: listen.id, set: kept });
    },

    async remember(userId, trackId, at) {
      await tx.execute(sql`
        with again as (
          update listening_history set played_at = ${instantOf(at)}
          where user_id = ${uuid('user', userId)} and track_id = ${uuid('track', trackId)} and played_at > ${instantOf(at)} - interval '1 hour'
          returning id
        )
        insert into listening_history (id, user_id, track_id, played_at)
        select ${newHistoryId()}::uuid, ${uuid('user', userId)}, ${uuid('track', trackId)}, ${instantOf(at)} where not exists (select from again)`);
    },

    async lockDue(id, now) {
      const [row] = await tx
        .select()
        .from(listen)
        .where(and(eq(listen.id, id), lte(listen.dueAt, now)))
        .for('update', { skipLocked: true });
      return row && listenOf(row);
    },
  };
}
