import type { Database, Transaction } from '@veza/postgres';
import { and, eq, inArray } from 'drizzle-orm';
import type { ChannelNotificationReader, ChannelNotificationWriter } from '../../application/ports/notification.ts';
import { type ChannelNotifications, NOTIFICATION_LEVEL_CODES, notificationLevelOf } from '../../domain/channel-notifications.ts';
import { channelNotification } from '../tables.ts';

type Row = typeof channelNotification.$inferSelect;

/** What people chose, from Postgres. */
export function postgresChannelNotificationReader(database: Database): ChannelNotificationReader {
  return {
    async find(userId, channelIds) {
      const rows = await database
        .select()
        .from(channelNotification)
        .where(and(eq(channelNotification.userId, userId), inArray(channelNotification.channelId, [...channelIds])));
      return new Map(rows.map((row) => [row.channelId, toNotifications(row)]));
    },
  };
}

/** What people choose, within one transaction. */
export function postgresChannelNotificationWriter(tx: Transaction): ChannelNotificationWriter {
  return {
    async lock(userId, channelId) {
      const [row] = await tx
        .select()
        .from(channelNotification)
        .where(and(eq(channelNotification.userId, userId), eq(channelNotification.channelId, channelId)))
        .for('update');
      return row && toNotifications(row);
    },

    async save(userId, channelId, { level, muting, changedAt }) {
      const { isMuted } = muting;
      const choice = { level: NOTIFICATION_LEVEL_CODES[level], isMuted, mutedUntil: muting.isMuted ? muting.until : null, changedAt };
      await tx
        .insert(channelNotification)
        .values({ userId, channelId, ...choice })
        .onConflictDoUpdate({ target: [channelNotification.userId, channelNotification.channelId], set: choice });
    },
  };
}

function toNotifications({ level, isMuted, mutedUntil }: Row): ChannelNotifications {
  return { level: notificationLevelOf(level), muting: isMuted ? { isMuted, until: mutedUntil } : { isMuted } };
}
