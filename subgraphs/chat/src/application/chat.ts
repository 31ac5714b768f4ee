import type { CountUnread } from './channel/count-unread.ts';
import type { FindChannels } from './channel/find-channels.ts';
import type { ListChannels } from './channel/list-channels.ts';
import type { MarkChannelRead } from './channel/mark-channel-read.ts';
import type { SyncPlayback } from './channel/sync-playback.ts';
import type { CreateChannel } from './community/create-channel.ts';
import type { CreateCommunity } from './community/create-community.ts';
import type { CreateInvite } from './community/create-invite.ts';
import type { FindCommunities } from './community/find-communities.ts';
import type { FindRoles } from './community/find-roles.ts';
import type { JoinCommunity } from './community/join-community.ts';
import type { LeaveCommunity } from './community/leave-community.ts';
import type { FollowChannel } from './feed/follow-channel.ts';
import type { AddReaction } from './message/add-reaction.ts';
import type { DeleteMessage } from './message/delete-message.ts';
import type { EditMessage } from './message/edit-message.ts';
import type { FindMessages } from './message/find-messages.ts';
import type { ListMessages } from './message/list-messages.ts';
import type { ListPinnedMessages } from './message/list-pinned-messages.ts';
import type { PinMessage } from './message/pin-message.ts';
import type { RemoveReaction } from './message/remove-reaction.ts';
import type { SendMessage } from './message/send-message.ts';
import type { PlaybackReader } from './ports/channel.ts';
import type { CommunityReader } from './ports/community.ts';
import type { MessageReader } from './ports/message.ts';

/** Everything that chat does, as its API calls it. */
export interface Chat {
  readonly createCommunity: CreateCommunity;
  readonly createChannel: CreateChannel;
  readonly createInvite: CreateInvite;
  readonly joinCommunity: JoinCommunity;
  readonly leaveCommunity: LeaveCommunity;
  readonly sendMessage: SendMessage;
  readonly editMessage: EditMessage;
  readonly deleteMessage: DeleteMessage;
  readonly addReaction: AddReaction;
  readonly removeReaction: RemoveReaction;
  readonly pinMessage: PinMessage;
  readonly markChannelRead: MarkChannelRead;
  readonly syncPlayback: SyncPlayback;
  readonly followChannel: FollowChannel;
  readonly findCommunities: FindCommunities;
  readonly findChannels: FindChannels;
  readonly findMessages: FindMessages;
  readonly findRoles: FindRoles;
  readonly listChannels: ListChannels;
  readonly listMessages: ListMessages;
  readonly listPinnedMessages: ListPinnedMessages;
  readonly countUnread: CountUnread;
  /** Reads that need no decision: their answers hang on things whose visibility was decided before. */
  readonly communities: Pick<CommunityReader, 'findIdBySlug' | 'listJoined' | 'listMembers' | 'rolesOf'>;
  readonly messages: Pick<MessageReader, 'reactedBy'>;
  readonly playback: PlaybackReader;
}
