import type { Clock } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import { type ChannelNotifications, DEFAULT_NOTIFICATIONS, mutingAt } from '../../domain/channel-notifications.ts';
import type { UserId } from '../../domain/community.ts';
import type { ChannelNotificationReader } from '../ports/notification.ts';

interface Dependencies {
  readonly notifications: ChannelNotificationReader;
  readonly clock: Clock;
}

export type FindChannelNotifications = ReturnType<typeof findChannelNotifications>;

/** What a person wants to hear of channels just now, in the order asked. Whether they see the channels is the caller's business. */
export function findChannelNotifications({ notifications, clock }: Dependencies) {
  return async (userId: UserId, channelIds: readonly ChannelId[]): Promise<readonly ChannelNotifications[]> => {
    const found = await notifications.find(userId, channelIds);
    const now = clock();
    return channelIds.map((id) => {
      const chosen = found.get(id) ?? DEFAULT_NOTIFICATIONS;
      return { ...chosen, muting: mutingAt(chosen, now) };
    });
  };
}
