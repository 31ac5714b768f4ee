import { instantOf } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import { NOTIFICATION_LEVEL_CODES } from '../../domain/channel-notifications.ts';

/** The level that holds at `now` of a left-joined `channel_notification t`, as its code: muted is like nothing. */
export function levelAt(now: Date): SQL {
  return sql`
    case when t.is_muted and (t.muted_until is null or t.muted_until > ${instantOf(now)}) then ${NOTIFICATION_LEVEL_CODES.NONE}
    else coalesce(t.level, ${NOTIFICATION_LEVEL_CODES.ALL}) end`;
}
