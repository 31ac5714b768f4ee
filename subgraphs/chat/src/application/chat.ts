import type { CountUnread } from './channel/count-unread.ts';
import type { FindChannels } from './channel/find-channels.ts';
import type { ListChannels } from './channel/list-channels.ts';
import type { MarkChannelRead } from './channel/mark-channel-read.ts';
import type { SyncPlayback } from './channel/sync-playback.ts';
import type { AdmitViewers } from './feed/admit-viewers.ts';
import type { FollowCommunity } from './feed/follow-community.ts';
import type { FollowChannel } from './feed/follow-channel.ts';
import type { AddReaction } from './message/add-reaction.ts';
import type { BulkDeleteMessages } from './message/bulk-delete-messages.ts';
import type { DeleteMessage } from './message/delete-message.ts';
import type { EditMessage } from './message/edit-message.ts';
import type { FindAttachments } from './attachment/find-attachments.ts';
import type { AttachmentAddresses } from './ports/attachment.ts';
import type { FindMessages } from './message/find-messages.ts';
import type { ListMessages } from './message/list-messages.ts';
import type { ListPinnedMessages } from './message/list-pinned-messages.ts';
import type { PinMessage } from './message/pin-message.ts';
import type { RemoveReaction } from './message/remove-reaction.ts';
import type { FindInboxCursor } from './inbox/find-inbox-cursor.ts';
import type { FollowInbox } from './inbox/follow-inbox.ts';
import type { InboxStateReader } from './ports/inbox.ts';
import type { SearchMessages } from './message/search-messages.ts';
import type { SendMessage } from './message/send-message.ts';
import type { FindChannelNotifications } from './notification/find-channel-notifications.ts';
import type { SetChannelNotifications } from './notification/set-channel-notifications.ts';
import type { PlaybackReader } from './ports/channel.ts';
import type { AutoModUseCases } from './auto-mod/auto-mod-use-cases.ts';
import type { ListAuditLog } from './audit/list-audit-log.ts';
import type { CommunityUseCases } from './community/community-use-cases.ts';
import type { ConversationUseCases } from './conversation/conversation-use-cases.ts';
import type { Connections } from './presence/connections.ts';
import type { PresenceUseCases } from './presence/presence-use-cases.ts';
import type { PresenceChoiceReader } from './ports/presence.ts';
import type { ConversationReader, DirectSettingReader } from './ports/conversation.ts';
import type { MemberUseCases } from './member/member-use-cases.ts';
import type { ScheduledUseCases } from './scheduled/scheduled-use-cases.ts';
import type { WebhookUseCases } from './webhook/webhook-use-cases.ts';
import type { PostAsWebhook } from './webhook/post-as-webhook.ts';
import type { PollUseCases } from './poll/poll-use-cases.ts';
import type { ThreadUseCases } from './thread/thread-use-cases.ts';
import type { RoleUseCases } from './role/role-use-cases.ts';
import type { UserDirectory } from './ports/user.ts';
import type { MemberReader } from './ports/member.ts';
import type { OverwriteReader } from './ports/role.ts';
import type { CommunityReader } from './ports/community.ts';
import type { MessageReader } from './ports/message.ts';

/** Everything that chat does, as its API calls it. */
export interface Chat
  extends
    CommunityUseCases,
    ConversationUseCases,
    PresenceUseCases,
    RoleUseCases,
    MemberUseCases,
    AutoModUseCases,
    ThreadUseCases,
    ScheduledUseCases,
    WebhookUseCases,
    PollUseCases {
  readonly sendMessage: SendMessage;
  readonly postAsWebhook: PostAsWebhook;
  readonly editMessage: EditMessage;
  readonly deleteMessage: DeleteMessage;
  readonly bulkDeleteMessages: BulkDeleteMessages;
  readonly addReaction: AddReaction;
  readonly removeReaction: RemoveReaction;
  readonly pinMessage: PinMessage;
  readonly markChannelRead: MarkChannelRead;
  readonly syncPlayback: SyncPlayback;
  readonly followChannel: FollowChannel;
  readonly followCommunity: FollowCommunity;
  readonly admitViewers: AdmitViewers;
  readonly findChannels: FindChannels;
  readonly findMessages: FindMessages;
  readonly findAttachments: FindAttachments;
  readonly listChannels: ListChannels;
  readonly listMessages: ListMessages;
  readonly listPinnedMessages: ListPinnedMessages;
  readonly countUnread: CountUnread;
  readonly setChannelNotifications: SetChannelNotifications;
  readonly findChannelNotifications: FindChannelNotifications;
  readonly searchMessages: SearchMessages;
  readonly followInbox: FollowInbox;
  readonly findInboxCursor: FindInboxCursor;
  /** What somebody who is no member may know of a community. */
  readonly communityName: InboxStateReader['communityName'];
  readonly listAuditLog: ListAuditLog;
  /** Reads that need no decision: their answers hang on things whose visibility was decided before. */
  readonly communities: Pick<CommunityReader, 'findIdBySlug' | 'listJoined' | 'rolesOf'>;
  readonly users: UserDirectory;
  readonly attachmentAddresses: AttachmentAddresses;
  readonly members: MemberReader;
  readonly overwrites: OverwriteReader;
  readonly presenceChoices: PresenceChoiceReader;
  readonly connections: Connections;
  readonly directSettings: Pick<DirectSettingReader, 'find'>;
  readonly conversations: Pick<ConversationReader, 'participants' | 'list'>;
  readonly messages: Pick<MessageReader, 'reactedBy'>;
  readonly playback: PlaybackReader;
}
