import type { Clock, NewId, RandomBytes } from '@veza/kernel';
import type { RateLimiter } from '@veza/key-value';
import type { ChatLimits, ChatRates } from '../domain/limits.ts';
import { countUnread } from './channel/count-unread.ts';
import { findChannels } from './channel/find-channels.ts';
import { listChannels } from './channel/list-channels.ts';
import { markChannelRead } from './channel/mark-channel-read.ts';
import { syncPlayback } from './channel/sync-playback.ts';
import type { Chat } from './chat.ts';
import { createChannel } from './community/create-channel.ts';
import { createCommunity } from './community/create-community.ts';
import { createInvite } from './community/create-invite.ts';
import { findCommunities } from './community/find-communities.ts';
import { findRoles } from './community/find-roles.ts';
import { joinCommunity } from './community/join-community.ts';
import { leaveCommunity } from './community/leave-community.ts';
import type { ChannelFeeds } from './feed/channel-feeds.ts';
import { followChannel } from './feed/follow-channel.ts';
import { addReaction } from './message/add-reaction.ts';
import { deleteMessage } from './message/delete-message.ts';
import { editMessage } from './message/edit-message.ts';
import { findMessages } from './message/find-messages.ts';
import { listMessages } from './message/list-messages.ts';
import { listPinnedMessages } from './message/list-pinned-messages.ts';
import { pinMessage } from './message/pin-message.ts';
import { removeReaction } from './message/remove-reaction.ts';
import { sendMessage } from './message/send-message.ts';
import type { AccessReader } from './ports/access.ts';
import type { PlaybackReader } from './ports/channel.ts';
import type { CommunityReader } from './ports/community.ts';
import type { ChannelHints, ChannelLog } from './ports/log.ts';
import type { MessageReader, MessageSender, UnreadReader } from './ports/message.ts';
import type { ChatUnitOfWork } from './ports/repositories.ts';
import type { TrackCatalogue } from './ports/track.ts';
import { rateTaker } from './rates.ts';

/** Everything that chat's use cases work with. */
export interface ChatPorts {
  readonly access: AccessReader;
  readonly communities: CommunityReader;
  readonly messages: MessageReader;
  readonly sender: MessageSender;
  readonly unread: UnreadReader;
  readonly playback: PlaybackReader;
  readonly tracks: TrackCatalogue;
  readonly hints: ChannelHints;
  readonly unitOfWork: ChatUnitOfWork;
  readonly log: ChannelLog;
  readonly feeds: ChannelFeeds;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly limits: ChatLimits;
  readonly rates: ChatRates;
}

/** All use cases of chat on one set of ports. */
export function chatUseCases(ports: ChatPorts): Chat {
  const deps = { ...ports, takeRate: rateTaker(ports.rateLimiter, ports.rates) };
  const list = listChannels(deps);
  return {
    createCommunity: createCommunity(deps),
    createChannel: createChannel(deps),
    createInvite: createInvite(deps),
    joinCommunity: joinCommunity(deps),
    leaveCommunity: leaveCommunity(deps),
    sendMessage: sendMessage(deps),
    editMessage: editMessage(deps),
    deleteMessage: deleteMessage(deps),
    addReaction: addReaction(deps),
    removeReaction: removeReaction(deps),
    pinMessage: pinMessage(deps),
    markChannelRead: markChannelRead(deps),
    syncPlayback: syncPlayback(deps),
    followChannel: followChannel(deps),
    findCommunities: findCommunities(deps),
    findChannels: findChannels(deps),
    findMessages: findMessages(deps),
    findRoles: findRoles(deps),
    listChannels: list,
    listMessages: listMessages(deps),
    listPinnedMessages: listPinnedMessages(deps),
    countUnread: countUnread({ unread: ports.unread, listChannels: list }),
    communities: ports.communities,
    messages: ports.messages,
    playback: ports.playback,
  };
}
