import type { ChannelId } from '../../domain/channel.ts';
import type { Community, CommunityId, UserId } from '../../domain/community.ts';
import type { InboxEntry } from '../../domain/inbox/inbox-entry.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { FollowedLog } from './followed-log.ts';

/** The inboxes of people: the truth behind their live feeds. Everybody has one. */
export type InboxLog = FollowedLog<UserId, InboxEntry>;

/** What a person has not read in a channel may have changed. */
export interface UnreadMove {
  readonly userId: UserId;
  readonly channelId: ChannelId;
  /** Equal as long as nothing changed. */
  readonly version: string;
}

/** A message that calls many at once, among them this person. */
export interface BroadcastCall {
  readonly userId: UserId;
  readonly channelId: ChannelId;
  readonly messageId: MessageId;
  readonly cause: 'ROLE' | 'EVERYONE';
  readonly sentAt: Date;
}

/** States that are in no log: they follow from heads, read marks and choices. Access is the caller's business. */
export interface InboxStateReader {
  /** Where there are messages, read marks or choices of notification from `since` on, in places that these people belong to. */
  movedSince(userIds: readonly UserId[], since: Date): Promise<readonly UnreadMove[]>;
  /**
   * Messages of these channels, sent at `since` or later, that call a role of these people or everybody: not their own, not those that name them
   * as well, none where they want to hear nothing, none of people blocked by them or blocking them. At most the 100 newest of a channel, oldest first.
   */
  broadcastsSince(userIds: readonly UserId[], channelIds: readonly ChannelId[], since: Date): Promise<readonly BroadcastCall[]>;
  /** What a person who is no member may know of a community; undefined when there never was one. */
  communityName(communityId: CommunityId): Promise<Pick<Community, 'id' | 'name'> | undefined>;
}
