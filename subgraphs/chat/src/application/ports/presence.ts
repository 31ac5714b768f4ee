import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { DeviceWords, PresenceChoice, ShownPresence } from '../../domain/presence.ts';

/** How people want to be seen. */
export interface PresenceChoiceReader {
  /** Whoever has not chosen has no entry. */
  find(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, PresenceChoice>>;
}

/** The same within one transaction, to be changed. */
export interface PresenceChoiceWriter {
  set(userId: UserId, choice: PresenceChoice): Promise<void>;
}

/** Who is connected and what their devices say. Lost with the store: then nobody is there until their next sign of life. */
export interface Devices {
  /** Notes that somebody is connected, for 75 seconds; true when they were not. */
  connect(userId: UserId): Promise<boolean>;
  /** Lets somebody's connection end by itself, 30 seconds from now. */
  release(userId: UserId): Promise<void>;
  connected(userIds: readonly UserId[]): Promise<ReadonlySet<UserId>>;
  /** @param deviceId tells the person's devices apart */
  say(userId: UserId, deviceId: string, word: 'ONLINE' | 'IDLE'): Promise<void>;
  words(userId: UserId): Promise<DeviceWords>;
}

/** Keeps typing from being told more than once in 8 seconds. */
export interface TypingGate {
  /** False when the same was told within the last 8 seconds. */
  pass(channelId: ChannelId, userId: UserId): Promise<boolean>;
  /** What was typed was sent. */
  reset(channelId: ChannelId, userId: UserId): Promise<void>;
}

/** What goes on in a channel beside its log. At most once, and worth nothing a moment later. */
export type ActivitySignal =
  | { readonly kind: 'TYPING'; readonly userId: UserId; readonly expiresAt: Date }
  /** The person sent what they were typing. */
  | { readonly kind: 'TYPED'; readonly userId: UserId }
  | { readonly kind: 'PRESENCE'; readonly userId: UserId; readonly presence: ShownPresence };

/** Carries activity between processes. Never fails. */
export interface ActivityBus {
  publish(channelId: ChannelId, signal: Exclude<ActivitySignal, { readonly kind: 'PRESENCE' }>): void;
  /** To everybody who looks at a channel that the person is active in. */
  publishPresence(userId: UserId, presence: ShownPresence): void;
  /** Hands on what is published from now on, until `signal` aborts: about the channel, and about everybody's presence. */
  listen(channelId: ChannelId, signal: AbortSignal, hear: (signal: ActivitySignal) => void): void;
}

/** Whose presence matters where. */
export interface Audience {
  /** People in the conversation, and those who wrote in the channel within the last hour: at most the 200 latest. */
  activeIn(channelId: ChannelId, since: Date): Promise<readonly UserId[]>;
  /** Members of a community in the order of their ids, after one of them. */
  members(communityId: CommunityId, after: UserId | null, limit: number): Promise<readonly UserId[]>;
}
