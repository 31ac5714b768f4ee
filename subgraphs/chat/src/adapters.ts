import type { Uuid } from '@veza/kernel';
import { postgresUnitOfWork } from '@veza/postgres';
import { cachedUserDirectory } from './infrastructure/user/cached-user-directory.ts';
import { postgresUserDirectory } from './infrastructure/user/postgres-user-directory.ts';
import { re2Pattern } from './infrastructure/auto-mod/re2-patterns.ts';
import { postgresAutoModReader } from './infrastructure/auto-mod/postgres-auto-mod-rules.ts';
import { postgresAttachmentReader } from './infrastructure/attachment/postgres-attachment-reader.ts';
import { postgresUploadCatalogue } from './infrastructure/attachment/postgres-upload-catalogue.ts';
import { signedAttachmentAddresses } from './infrastructure/attachment/signed-attachment-addresses.ts';
import { postgresAuditReader } from './infrastructure/audit/postgres-audit-reader.ts';
import { eventBusCommunityHints } from './infrastructure/feed/event-bus-community-hints.ts';
import { presenceAdapters } from './infrastructure/presence/presence-adapters.ts';
import { postgresDirectSettingReader } from './infrastructure/conversation/postgres-direct-settings.ts';
import { postgresBlockReader } from './infrastructure/conversation/postgres-block-reader.ts';
import { postgresConversationReader } from './infrastructure/conversation/postgres-conversation-reader.ts';
import { postgresThreadReader } from './infrastructure/thread/postgres-thread-reader.ts';
import { postgresScheduledMessageReader } from './infrastructure/scheduled/postgres-scheduled-messages.ts';
import { nodeWebhookSecrets } from './infrastructure/webhook/node-webhook-secrets.ts';
import { postgresWebhookReader } from './infrastructure/webhook/postgres-webhook-reader.ts';
import { postgresWebhookSender } from './infrastructure/webhook/postgres-webhook-sender.ts';
import { postgresPollReader } from './infrastructure/poll/postgres-polls.ts';
import { postgresMemberReader } from './infrastructure/member/postgres-member-reader.ts';
import { postgresRoleReader } from './infrastructure/role/postgres-role-reader.ts';
import { postgresOverwriteReader } from './infrastructure/role/postgres-overwrite-reader.ts';
import { eventBusChannelHints } from './infrastructure/feed/event-bus-channel-hints.ts';
import { postgresAccessReader } from './infrastructure/community/postgres-access-reader.ts';
import { postgresChatRepositories } from './infrastructure/postgres-chat-repositories.ts';
import { postgresCommunityReader } from './infrastructure/community/postgres-community-reader.ts';
import { postgresMessageReader } from './infrastructure/message/postgres-message-reader.ts';
import { postgresOwnMessageChanger } from './infrastructure/message/postgres-own-message-changer.ts';
import { postgresMessageSearch } from './infrastructure/message/postgres-message-search.ts';
import { postgresChannelNotificationReader } from './infrastructure/notification/postgres-channel-notifications.ts';
import { postgresMessageSender } from './infrastructure/message/postgres-message-sender.ts';
import { postgresPlaybackReader } from './infrastructure/channel/postgres-playback-reader.ts';
import { postgresTrackCatalogue } from './infrastructure/track/postgres-track-catalogue.ts';
import { postgresUnreadReader } from './infrastructure/message/postgres-unread-reader.ts';
import type { ChatDependencies } from './dependencies.ts';

/** What is made for each commit, and told of it. */
export interface CommitOptions {
  readonly newEventId: () => Uuid;
  /** Called after each commit, to wake the outbox relay. */
  readonly onCommit: () => void;
}

/** The ports of chat on Postgres, the event bus and what else it runs on. Feeds, which live as long as the process, are made elsewhere. */
export function chatAdapters(deps: ChatDependencies, { newEventId, onCommit }: CommitOptions) {
  const { database, eventBus, clock, random, log } = deps;
  const communities = postgresCommunityReader({ database, clock });
  return {
    communities,
    hints: eventBusChannelHints(eventBus, log),
    access: postgresAccessReader({ database, clock }),
    communityHints: eventBusCommunityHints(eventBus, log),
    users: cachedUserDirectory(postgresUserDirectory({ database, users: deps.users, log }), clock),
    ...presenceAdapters({ database, keyValue: deps.keyValue, eventBus, clock, log }),
    conversations: postgresConversationReader(database),
    blocks: postgresBlockReader(database),
    directSettings: postgresDirectSettingReader(database),
    members: postgresMemberReader({ database, clock, rolesOf: communities.rolesOf }),
    roles: postgresRoleReader(database),
    overwrites: postgresOverwriteReader(database),
    autoMod: postgresAutoModReader(database),
    compilePattern: re2Pattern,
    threads: postgresThreadReader(database),
    polls: postgresPollReader(database),
    webhooks: postgresWebhookReader(database),
    webhookSecrets: nodeWebhookSecrets(random),
    webhookSender: postgresWebhookSender({ database, newEventId, onCommit }),
    scheduledMessages: postgresScheduledMessageReader(database),
    audit: postgresAuditReader(database),
    messages: postgresMessageReader(database),
    sender: postgresMessageSender({ database, clock, newEventId, onCommit }),
    changer: postgresOwnMessageChanger(database),
    unread: postgresUnreadReader({ database, clock }),
    notifications: postgresChannelNotificationReader(database),
    search: postgresMessageSearch({ database }),
    playback: postgresPlaybackReader(database),
    uploads: postgresUploadCatalogue({ database, tracks: deps.tracks, clock, log }),
    attachments: postgresAttachmentReader(database),
    attachmentAddresses: signedAttachmentAddresses({ keys: deps.attachmentKeys, mediaUrl: deps.mediaUrl, clock }),
    tracks: postgresTrackCatalogue({ database, tracks: deps.tracks, clock, log }),
    unitOfWork: postgresUnitOfWork(database, postgresChatRepositories({ clock, newEventId }), { onCommit }),
    rateLimiter: deps.rateLimiter,
    clock,
    newId: deps.newId,
    random,
    publicUrl: deps.publicUrl,
  };
}
