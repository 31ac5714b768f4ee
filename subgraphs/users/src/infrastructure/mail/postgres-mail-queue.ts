import type { Queryable } from '@veza/postgres';
import { asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { MailQueue } from '../../application/mail/ports.ts';
import { mailRequests } from '../tables.ts';

/** Mails to be sent, in Postgres. Several processes may claim; each mail goes to one of them. */
export function postgresMailQueue(database: Queryable): MailQueue {
  return {
    async add(request) {
      await database.insert(mailRequests).values({ ...request, dueAt: request.requestedAt });
    },
    async claim(now, leaseUntil, limit) {
      const due = database
        .select({ id: mailRequests.id })
        .from(mailRequests)
        .where(lte(mailRequests.dueAt, now))
        .orderBy(asc(mailRequests.dueAt))
        .limit(limit)
        .for('update', { skipLocked: true });
      const rows = await database
        .update(mailRequests)
        .set({ attempts: sql`${mailRequests.attempts} + 1`, dueAt: leaseUntil })
        .where(inArray(mailRequests.id, due))
        .returning();
      return rows.map(({ id, kind, email, requestedAt, attempts }) => ({ id, kind, email, requestedAt, attempt: attempts }));
    },
    async remove(id) {
      await database.delete(mailRequests).where(eq(mailRequests.id, id));
    },
    async postpone(id, dueAt) {
      await database.update(mailRequests).set({ dueAt }).where(eq(mailRequests.id, id));
    },
  };
}
