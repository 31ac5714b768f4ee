import type { Channel, ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { PartyPlayback } from '../../domain/party-playback.ts';

/** Party playback by channel; no entry before the first sync. */
export interface PlaybackReader {
  find(channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, PartyPlayback>>;
}

/** Channels within one transaction. */
export interface ChannelCreator {
  /** Locks the community's channels, then counts them and tells the first free position. */
  survey(communityId: CommunityId): Promise<{ readonly count: number; readonly nextPosition: number }>;
  create(channel: Channel, createdAt: Date): Promise<void>;
}

/** Listening parties. The channel's log is locked first. */
export interface PlaybackWriter {
  /** The host, unless there is none or they have left the community. */
  presentHost(channelId: ChannelId): Promise<UserId | null>;
  save(channelId: ChannelId, playback: PartyPlayback): Promise<void>;
}
