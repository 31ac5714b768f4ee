import type { ChannelId, CommunityChannel } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { PartyPlayback } from '../../domain/party-playback.ts';

/** Party playback by channel; no entry before the first sync. */
export interface PlaybackReader {
  find(channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, PartyPlayback>>;
}

/** Channels of a community within one transaction. The community is locked first. */
export interface CommunityChannelWriter {
  /** Counts the channels, without threads, and tells the first free position. */
  survey(communityId: CommunityId): Promise<{ readonly count: number; readonly nextPosition: number }>;
  create(channel: CommunityChannel, createdAt: Date): Promise<void>;
  update(channel: CommunityChannel): Promise<void>;
  /** Puts a channel at a position; those from there on move up. */
  place(channel: CommunityChannel, position: number): Promise<void>;
  /** Marks a channel as deleted, with its threads; what stood in it stands in no category any more. */
  delete(channelId: ChannelId, deletedAt: Date): Promise<void>;
}

/** Listening parties. The channel's log is locked first. */
export interface PlaybackWriter {
  /** The host, unless there is none or they have left the community. */
  presentHost(channelId: ChannelId): Promise<UserId | null>;
  save(channelId: ChannelId, playback: PartyPlayback): Promise<void>;
}
