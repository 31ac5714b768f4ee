import { type Database, instantOf, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ScheduledMessageQueue } from '../../application/ports/scheduled-message.ts';
import { SCHEDULED_STATE, scheduledColumns, type ScheduledRow, toScheduledMessage } from './scheduled-rows.ts';

/** After this time a message that was taken and not done with may be taken again: who took it is gone. */
const CLAIM_MS = 60_000;

/** The queue in Postgres; any number of processes may take from it at once. */
export function postgresScheduledQueue(database: Database): ScheduledMessageQueue {
  return {
    async claim(now, limit) {
      const abandoned = new Date(now.getTime() - CLAIM_MS);
      const rows = await database.execute<ScheduledRow>(sql`
        with due as (
          select id from scheduled_message
          where state = ${SCHEDULED_STATE.PENDING} and due_at <= ${instantOf(now)} and (claimed_at is null or claimed_at <= ${instantOf(abandoned)})
          order by due_at, id limit ${limit} for update skip locked)
        update scheduled_message s set claimed_at = ${instantOf(now)} from due where s.id = due.id returning ${scheduledColumns}`);
      return rows.map(toScheduledMessage).toSorted((left, right) => left.sendAt.getTime() - right.sendAt.getTime());
    },

    async markSent(id) {
      await database.execute(sql`
        update scheduled_message set state = ${SCHEDULED_STATE.SENT}, claimed_at = null, content = '' where id = ${uuid('scheduled', id)}`);
    },

    async markFailed(id, failure) {
      await database.execute(sql`
        update scheduled_message set state = ${SCHEDULED_STATE.FAILED}, claimed_at = null, failure = ${failure} where id = ${uuid('scheduled', id)}`);
    },

    async postpone(id, until) {
      await database.execute(sql`
        update scheduled_message set due_at = ${instantOf(until)}, claimed_at = null where id = ${uuid('scheduled', id)}`);
    },

    async forgetSent(before) {
      const forgotten = await database.execute(sql`
        delete from scheduled_message where state = ${SCHEDULED_STATE.SENT} and send_at < ${instantOf(before)} returning id`);
      return forgotten.length;
    },
  };
}
