import type { Queryable } from '@veza/postgres';
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { SessionRepository } from '../../application/session/ports.ts';
import type { Session } from '../../domain/session.ts';
import { sessions } from '../tables.ts';

function sessionOf({ id, userId, deviceName, amr, authTime, createdAt, lastSeenAt, expiresAt }: typeof sessions.$inferSelect): Session {
  return { id, userId, deviceName: deviceName ?? undefined, methods: amr, authTime, createdAt, lastSeenAt, expiresAt };
}

const isLive = (now: Date) => and(isNull(sessions.endedAt), gt(sessions.expiresAt, now));

/** Sessions in Postgres. */
export function postgresSessionRepository(database: Queryable): SessionRepository {
  return {
    async start({ methods, deviceName, ...session }) {
      await database.insert(sessions).values({ ...session, deviceName: deviceName ?? null, amr: [...methods] });
    },
    async findLive(ids, now) {
      if (ids.length === 0) return [];
      const rows = await database
        .select()
        .from(sessions)
        .where(and(inArray(sessions.id, [...ids]), isLive(now)));
      const byId = new Map(rows.map((row) => [row.id, sessionOf(row)]));
      return ids.map((id) => byId.get(id));
    },
    async listLive(userId, { direction, limit, after, before }, now) {
      const rows = await database
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), isLive(now), after && lt(sessions.id, after), before && gt(sessions.id, before)))
        .orderBy(direction === 'forward' ? desc(sessions.id) : asc(sessions.id))
        .limit(limit);
      return rows.map(sessionOf);
    },
    async countLive(userId, now) {
      const [row] = await database
        .select({ total: count() })
        .from(sessions)
        .where(and(eq(sessions.userId, userId), isLive(now)));
      return row?.total ?? 0;
    },
    async prolong(id, lastSeenAt, expiresAt) {
      const [row] = await database
        .update(sessions)
        .set({ lastSeenAt, expiresAt })
        .where(and(eq(sessions.id, id), isLive(lastSeenAt)))
        .returning();
      return row && sessionOf(row);
    },
    async end({ userId, only, except }, endReason, endedAt) {
      const rows = await database
        .update(sessions)
        .set({ endedAt, endReason })
        .where(and(eq(sessions.userId, userId), isLive(endedAt), only && eq(sessions.id, only), except && ne(sessions.id, except)))
        .returning({ id: sessions.id });
      return rows.map(({ id }) => id);
    },
  };
}
