import type { Clock, NewId, RandomBytes } from '@veza/kernel';
import type { RateLimiter } from '@veza/key-value';
import type { CompilePattern } from '../domain/auto-mod/pattern.ts';
import type { ChatLimits, ChatRates } from '../domain/limits.ts';
import { countUnread } from './channel/count-unread.ts';
import { findChannels } from './channel/find-channels.ts';
import { listChannels } from './channel/list-channels.ts';
import { markChannelRead } from './channel/mark-channel-read.ts';
import { syncPlayback } from './channel/sync-playback.ts';
import { listAuditLog } from './audit/list-audit-log.ts';
import type { Chat } from './chat.ts';
import { communityUseCases } from './community/community-use-cases.ts';
import { management } from './management/management.ts';
import { showPresence } from './presence/show-presence.ts';
import { stopTyping } from './presence/stop-typing.ts';
import { connections } from './presence/connections.ts';
import { type PresencePorts, presenceUseCases } from './presence/presence-use-cases.ts';
import { conversationUseCases } from './conversation/conversation-use-cases.ts';
import { memberUseCases } from './member/member-use-cases.ts';
import { autoModUseCases } from './auto-mod/auto-mod-use-cases.ts';
import { guardText, textRules } from './auto-mod/guard-text.ts';
import type { AutoModReader } from './ports/auto-mod.ts';
import type { AuditReader } from './ports/audit.ts';
import type { CommunityHints, CommunityLog } from './ports/community-log.ts';
import type { UserDirectory } from './ports/user.ts';
import type { BlockReader, ConversationReader, DirectSettingReader } from './ports/conversation.ts';
import type { MemberReader } from './ports/member.ts';
import type { OverwriteReader, RoleReader } from './ports/role.ts';
import { joinOnSend } from './thread/join-thread.ts';
import { scheduledUseCases } from './scheduled/scheduled-use-cases.ts';
import { postAsWebhook } from './webhook/post-as-webhook.ts';
import { webhookUseCases } from './webhook/webhook-use-cases.ts';
import { pollUseCases } from './poll/poll-use-cases.ts';
import { threadUseCases } from './thread/thread-use-cases.ts';
import type { ScheduledMessageReader } from './ports/scheduled-message.ts';
import type { WebhookReader, WebhookSecrets, WebhookSender } from './ports/webhook.ts';
import type { PollReader } from './ports/poll.ts';
import type { ThreadReader } from './ports/thread.ts';
import { roleUseCases } from './role/role-use-cases.ts';
import type { CommunityId, UserId } from '../domain/community.ts';
import type { CommunityEvent } from '../domain/event/community-event.ts';
import { followCommunity } from './feed/follow-community.ts';
import type { LogFeeds } from './feed/log-feeds.ts';
import type { ChannelFeeds } from './feed/channel-feeds.ts';
import { admitViewers } from './feed/admit-viewers.ts';
import { followChannel } from './feed/follow-channel.ts';
import { addReaction } from './message/add-reaction.ts';
import { bulkDeleteMessages } from './message/bulk-delete-messages.ts';
import { deleteMessage } from './message/delete-message.ts';
import { findAttachments } from './attachment/find-attachments.ts';
import { editMessage } from './message/edit-message.ts';
import { findMessages } from './message/find-messages.ts';
import { listMessages } from './message/list-messages.ts';
import { listPinnedMessages } from './message/list-pinned-messages.ts';
import { pinMessage } from './message/pin-message.ts';
import { callHere } from './message/call-here.ts';
import { resolveMentions } from './message/resolve-mentions.ts';
import { removeReaction } from './message/remove-reaction.ts';
import { rememberedAccess } from './message/remembered-access.ts';
import { findInboxCursor } from './inbox/find-inbox-cursor.ts';
import { followInbox } from './inbox/follow-inbox.ts';
import type { InboxStates } from './inbox/inbox-states.ts';
import type { InboxLog, InboxStateReader } from './ports/inbox.ts';
import type { InboxEntry } from '../domain/inbox/inbox-entry.ts';
import { searchMessages } from './message/search-messages.ts';
import { sendMessage } from './message/send-message.ts';
import { findChannelNotifications } from './notification/find-channel-notifications.ts';
import { setChannelNotifications } from './notification/set-channel-notifications.ts';
import type { ChannelNotificationReader } from './ports/notification.ts';
import type { MessageSearch } from './ports/message-search.ts';
import type { AttachmentAddresses, AttachmentReader, UploadCatalogue } from './ports/attachment.ts';
import type { AccessReader } from './ports/access.ts';
import type { PlaybackReader } from './ports/channel.ts';
import type { CommunityReader } from './ports/community.ts';
import type { ChannelHints, ChannelLog } from './ports/log.ts';
import type { MessageReader, MessageSender, OwnMessageChanger, UnreadReader } from './ports/message.ts';
import type { ChatUnitOfWork } from './ports/repositories.ts';
import type { TrackCatalogue } from './ports/track.ts';
import { rateReturner, rateTaker } from './rates.ts';

/** Everything that chat's use cases work with. */
export interface ChatPorts extends PresencePorts {
  readonly access: AccessReader;
  readonly communities: CommunityReader;
  readonly communityHints: CommunityHints;
  readonly users: UserDirectory;
  readonly members: MemberReader;
  readonly conversations: ConversationReader;
  readonly blocks: BlockReader;
  readonly directSettings: DirectSettingReader;
  readonly roles: RoleReader;
  readonly overwrites: OverwriteReader;
  readonly autoMod: AutoModReader;
  readonly compilePattern: CompilePattern;
  readonly threads: ThreadReader;
  readonly polls: PollReader;
  readonly webhooks: WebhookReader;
  readonly webhookSecrets: WebhookSecrets;
  readonly webhookSender: WebhookSender;
  /** Where the platform is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  readonly scheduledMessages: ScheduledMessageReader;
  readonly audit: AuditReader;
  readonly messages: MessageReader;
  readonly sender: MessageSender;
  readonly changer: OwnMessageChanger;
  readonly unread: UnreadReader;
  readonly notifications: ChannelNotificationReader;
  readonly search: MessageSearch;
  readonly inboxLog: InboxLog;
  readonly inboxFeeds: LogFeeds<UserId, InboxEntry>;
  readonly inboxStates: InboxStates;
  readonly inboxStateReader: InboxStateReader;
  readonly playback: PlaybackReader;
  readonly tracks: TrackCatalogue;
  readonly uploads: UploadCatalogue;
  readonly attachments: AttachmentReader;
  readonly attachmentAddresses: AttachmentAddresses;
  readonly hints: ChannelHints;
  readonly unitOfWork: ChatUnitOfWork;
  readonly log: ChannelLog;
  readonly feeds: ChannelFeeds;
  readonly communityLog: CommunityLog;
  readonly communityFeeds: LogFeeds<CommunityId, CommunityEvent>;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly limits: ChatLimits;
  readonly rates: ChatRates;
}

/** All use cases of chat on one set of ports. */
export function chatUseCases(ports: ChatPorts): Chat {
  const takeRate = rateTaker(ports.rateLimiter, ports.rates);
  const acts = management({ ...ports, takeRate });
  const rules = textRules({ ...acts, autoMod: ports.autoMod, compilePattern: ports.compilePattern });
  const deps = {
    ...ports,
    ...acts,
    takeRate,
    guard: guardText(rules),
    mentionsIn: resolveMentions({ ...ports, callHere: callHere({ ...ports, show: showPresence(ports) }) }),
    joinOnSend: joinOnSend(ports),
  };
  const present = presenceUseCases(deps);
  const list = listChannels(deps);
  const find = findMessages(deps);
  return {
    ...communityUseCases(deps),
    ...roleUseCases(deps),
    ...memberUseCases(deps),
    ...conversationUseCases(deps),
    ...present,
    ...autoModUseCases(deps),
    ...threadUseCases(deps),
    ...pollUseCases(deps),
    ...webhookUseCases(deps),
    ...scheduledUseCases(deps),
    listAuditLog: listAuditLog(ports),
    postAsWebhook: postAsWebhook(deps),
    sendMessage: sendMessage({
      ...deps,
      rules,
      remembered: rememberedAccess(ports.access),
      stopTyping: stopTyping(ports),
      giveBackRate: rateReturner(ports.rateLimiter, ports.rates),
    }),
    editMessage: editMessage(deps),
    deleteMessage: deleteMessage(deps),
    bulkDeleteMessages: bulkDeleteMessages(deps),
    addReaction: addReaction(deps),
    removeReaction: removeReaction(deps),
    pinMessage: pinMessage(deps),
    markChannelRead: markChannelRead(deps),
    syncPlayback: syncPlayback(deps),
    followChannel: followChannel(deps),
    followCommunity: followCommunity(deps),
    admitViewers: admitViewers(deps),
    findChannels: findChannels(deps),
    findMessages: find,
    findAttachments: findAttachments({ attachments: ports.attachments, findMessages: find }),
    listChannels: list,
    listMessages: listMessages(deps),
    listPinnedMessages: listPinnedMessages(deps),
    countUnread: countUnread({ ...deps, listChannels: list }),
    setChannelNotifications: setChannelNotifications(deps),
    findChannelNotifications: findChannelNotifications(deps),
    searchMessages: searchMessages({ ...deps, listChannels: list }),
    followInbox: followInbox(deps),
    findInboxCursor: findInboxCursor(deps),
    communityName: ports.inboxStateReader.communityName,
    communities: ports.communities,
    users: ports.users,
    attachmentAddresses: ports.attachmentAddresses,
    members: ports.members,
    overwrites: ports.overwrites,
    conversations: ports.conversations,
    directSettings: ports.directSettings,
    presenceChoices: ports.choices,
    connections: connections({ ...ports, show: present.showPresence }),
    messages: ports.messages,
    playback: ports.playback,
  };
}
