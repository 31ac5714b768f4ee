import type { ChannelId } from '../../domain/channel.ts';
import type { ChannelNotifications } from '../../domain/channel-notifications.ts';
import type { UserId } from '../../domain/community.ts';

/** What people want to hear of channels. */
export interface ChannelNotificationReader {
  /** By channel; no entry where nothing was chosen. */
  find(userId: UserId, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, ChannelNotifications>>;
}

/** What people want to hear of channels, within one transaction. */
export interface ChannelNotificationWriter {
  /** What was chosen, locked until the transaction ends; undefined when nothing was. */
  lock(userId: UserId, channelId: ChannelId): Promise<ChannelNotifications | undefined>;
  save(userId: UserId, channelId: ChannelId, choice: ChannelNotifications & { readonly changedAt: Date }): Promise<void>;
}
