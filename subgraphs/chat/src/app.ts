import { type EntityLookup, graphqlError, imageResolvers, type Subgraph, subgraphSchema } from '@veza/graphql';
import { type BackgroundTask, type Clock, type NewId, periodicTask, type RandomBytes, uuidv7 } from '@veza/kernel';
import type { KeyValue, RateLimiter } from '@veza/key-value';
import type { EventBus, EventLog } from '@veza/messaging';
import { type Database, databaseErrorCode, inboxConsumer, outboxRelay, postgresUnitOfWork } from '@veza/postgres';
import type { MediaSigningKeys } from '@veza/media-token';
import { subgraphSdl } from '@veza/schema';
import type { Log } from '@veza/telemetry';
import { viewerId } from '@veza/auth';
import { fileURLToPath } from 'node:url';
import { chatUseCases } from './application/chat-use-cases.ts';
import { communityHintChannel } from './application/feed/community-hint.ts';
import { logFeeds } from './application/feed/log-feeds.ts';
import { channelFeeds } from './application/feed/channel-feeds.ts';
import { type ChatLimits, type ChatRates, DEFAULT_LIMITS, DEFAULT_RATES } from './domain/limits.ts';
import { auditResolvers } from './graphql/audit.ts';
import { presenceResolvers } from './graphql/presence.ts';
import { conversationResolvers } from './graphql/conversation.ts';
import { memberResolvers } from './graphql/member.ts';
import { userResolvers } from './graphql/user.ts';
import { roleResolvers } from './graphql/role.ts';
import { accessRules } from './graphql/access-rules.ts';
import { attachmentResolvers } from './graphql/attachment.ts';
import { channelEventResolvers } from './graphql/channel-event.ts';
import { channelResolvers } from './graphql/channel.ts';
import { communityEventResolvers } from './graphql/community-event.ts';
import { communityResolvers } from './graphql/community.ts';
import type { ChatContext } from './graphql/context.ts';
import { chatCursors } from './graphql/cursors.ts';
import { entities } from './graphql/entities.ts';
import { chatLoaders } from './graphql/loaders.ts';
import { messageResolvers } from './graphql/message.ts';
import { cachedUserDirectory } from './infrastructure/user/cached-user-directory.ts';
import { onUserChanged, USER_TOPICS } from './infrastructure/user/on-user-changed.ts';
import { postgresUserDirectory } from './infrastructure/user/postgres-user-directory.ts';
import { autoModResolvers } from './graphql/auto-mod.ts';
import { postgresAutoModReader } from './infrastructure/auto-mod/postgres-auto-mod-rules.ts';
import { onUploadCompleted } from './infrastructure/attachment/on-upload-completed.ts';
import { postgresAttachmentReader } from './infrastructure/attachment/postgres-attachment-reader.ts';
import { postgresAttachmentReleases } from './infrastructure/attachment/postgres-attachment-releases.ts';
import { postgresAttachmentSweeper } from './infrastructure/attachment/postgres-attachment-sweeper.ts';
import { postgresUploadCatalogue } from './infrastructure/attachment/postgres-upload-catalogue.ts';
import { signedAttachmentAddresses } from './infrastructure/attachment/signed-attachment-addresses.ts';
import { postgresAuditReader } from './infrastructure/audit/postgres-audit-reader.ts';
import { eventBusCommunityHints } from './infrastructure/feed/event-bus-community-hints.ts';
import { presenceAdapters } from './infrastructure/presence/presence-adapters.ts';
import { BLOCK_TOPICS, onBlockChanged } from './infrastructure/conversation/on-block-changed.ts';
import { postgresDirectSettingReader } from './infrastructure/conversation/postgres-direct-settings.ts';
import { postgresBlockReader } from './infrastructure/conversation/postgres-block-reader.ts';
import { postgresConversationReader } from './infrastructure/conversation/postgres-conversation-reader.ts';
import { postgresThreadReader } from './infrastructure/thread/postgres-thread-reader.ts';
import { scheduledMessageResolvers } from './graphql/scheduled-message.ts';
import { sendDueMessages } from './application/scheduled/send-due-messages.ts';
import { postgresScheduledMessageReader } from './infrastructure/scheduled/postgres-scheduled-messages.ts';
import { postgresScheduledQueue } from './infrastructure/scheduled/postgres-scheduled-queue.ts';
import { nodeWebhookSecrets } from './infrastructure/webhook/node-webhook-secrets.ts';
import { postgresWebhookReader } from './infrastructure/webhook/postgres-webhook-reader.ts';
import { postgresWebhookSender } from './infrastructure/webhook/postgres-webhook-sender.ts';
import { webhookDoor } from './infrastructure/webhook/webhook-door.ts';
import { webhookResolvers } from './graphql/webhook.ts';
import { pollResolvers } from './graphql/poll.ts';
import { postgresPollReader } from './infrastructure/poll/postgres-polls.ts';
import { threadResolvers } from './graphql/thread.ts';
import { postgresMemberReader } from './infrastructure/member/postgres-member-reader.ts';
import { postgresRoleReader } from './infrastructure/role/postgres-role-reader.ts';
import { postgresOverwriteReader } from './infrastructure/role/postgres-overwrite-reader.ts';
import { eventBusChannelHints } from './infrastructure/feed/event-bus-channel-hints.ts';
import { onTrackChanged, TRACK_TOPICS } from './infrastructure/track/on-track-changed.ts';
import { postgresAccessReader } from './infrastructure/community/postgres-access-reader.ts';
import { postgresChannelLog } from './infrastructure/feed/postgres-channel-log.ts';
import { postgresChatRepositories } from './infrastructure/postgres-chat-repositories.ts';
import { postgresCommunityLog } from './infrastructure/community/postgres-community-log.ts';
import { postgresCommunityRetention } from './infrastructure/community/postgres-community-retention.ts';
import { postgresNonceRetention } from './infrastructure/message/postgres-nonce-retention.ts';
import { postgresCommunityReader } from './infrastructure/community/postgres-community-reader.ts';
import { postgresLogRetention } from './infrastructure/feed/postgres-log-retention.ts';
import { postgresMessageReader } from './infrastructure/message/postgres-message-reader.ts';
import { postgresOwnMessageChanger } from './infrastructure/message/postgres-own-message-changer.ts';
import { postgresMessageSearch } from './infrastructure/message/postgres-message-search.ts';
import { postgresChannelNotificationReader } from './infrastructure/notification/postgres-channel-notifications.ts';
import { inboxHintChannel } from './application/inbox/inbox-hint.ts';
import { inboxStates } from './application/inbox/inbox-states.ts';
import { inboxResolvers } from './graphql/inbox.ts';
import { inboxWriters } from './infrastructure/inbox/inbox-writers.ts';
import { postgresInboxLog } from './infrastructure/inbox/postgres-inbox-log.ts';
import { postgresInboxRetention } from './infrastructure/inbox/postgres-inbox-retention.ts';
import { postgresInboxStates } from './infrastructure/inbox/postgres-inbox-states.ts';
import { notificationResolvers } from './graphql/notification.ts';
import { searchResolvers } from './graphql/search.ts';
import { postgresMessageSender } from './infrastructure/message/postgres-message-sender.ts';
import { postgresMessageSweeper } from './infrastructure/message/postgres-message-sweeper.ts';
import { postgresPlaybackReader } from './infrastructure/channel/postgres-playback-reader.ts';
import { postgresTrackCatalogue } from './infrastructure/track/postgres-track-catalogue.ts';
import { postgresUnreadReader } from './infrastructure/message/postgres-unread-reader.ts';

/** Folder of chat's migrations, applied after the messaging tables. */
export const chatMigrations = fileURLToPath(new URL('../migrations', import.meta.url));

/** Milliseconds between two rounds of the watermark: the longest that a lost hint stays unnoticed in a busy channel. */
const WATERMARK_MS = 250;

/** Milliseconds between two looks at unread counts, so the shortest time between two tellings of one channel. */
const INBOX_STATE_MS = 1000;

/** Milliseconds between two looks at what is to be sent. */
const SCHEDULE_MS = 1000;

/** Milliseconds between two looks at who came and who went. */
const PRESENCE_MS = 1_000;

/** What chat runs on. */
export interface ChatDependencies {
  /** Schema `chat`. */
  readonly database: Database;
  readonly eventLog: EventLog;
  readonly eventBus: EventBus;
  readonly rateLimiter: RateLimiter;
  /** Holds who is connected and who types; losing it loses nothing else. */
  readonly keyValue: KeyValue;
  /** The users subgraph, asked for people that no event told of yet. */
  readonly users: EntityLookup;
  /** Where the platform is reached from outside, without a slash at the end: the address of webhooks. */
  readonly publicUrl: string;
  /** Where pictures are reached from outside, without a slash at the end. */
  readonly mediaUrl: string;
  /** What the addresses of attachments are signed with; tracks hands it out. */
  readonly attachmentKeys: MediaSigningKeys;
  /** The tracks subgraph, asked for tracks and uploads that no event told of yet. */
  readonly tracks: EntityLookup;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  /** Key of the cursors' checksums; the same on every node and after every restart. */
  readonly cursorSecret: Uint8Array;
  readonly log: Log;
  readonly limits?: Partial<ChatLimits>;
  readonly rates?: Partial<ChatRates>;
}

/** Chat with its loops by name. */
export interface ChatSubgraph extends Subgraph<ChatContext> {
  /** The door of webhooks. */
  readonly routes: NonNullable<Subgraph['routes']>;
  readonly background: Readonly<
    Record<
      | 'outboxRelay'
      | 'watermark'
      | 'logRetention'
      | 'messageSweeper'
      | 'attachmentReleases'
      | 'attachmentSweeper'
      | 'onUploadCompleted'
      | 'scheduledMessages'
      | 'nonceRetention'
      | 'communityRetention'
      | 'inboxStates'
      | 'inboxRetention'
      | 'onPeopleAddressed'
      | 'onMembershipChanged'
      | 'onTrackChanged'
      | 'onBlockChanged'
      | 'presence'
      | 'onUserChanged',
      BackgroundTask
    >
  >;
}

/** Communities, channels and the channel log, wired to what they run on. */
export function chatSubgraph(deps: ChatDependencies): ChatSubgraph {
  const { database, eventLog, eventBus, clock, random, log } = deps;
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  const newEventId = () => uuidv7(clock(), random);
  const relay = outboxRelay({ database, eventLog, subgraph: 'chat', log });
  const channelLog = postgresChannelLog(database);
  const feeds = channelFeeds({ log: channelLog, bus: eventBus, clock, logger: log });

  const communityLog = postgresCommunityLog(database);
  const communityFeeds = logFeeds({
    log: communityLog,
    forget: (earlier) => earlier,
    hints: communityHintChannel,
    bus: eventBus,
    clock,
    logger: log,
  });
  const inboxLog = postgresInboxLog(database);
  const inboxFeeds = logFeeds({ log: inboxLog, forget: (earlier) => earlier, hints: inboxHintChannel, bus: eventBus, clock, logger: log });
  const inboxStateReader = postgresInboxStates({ database, clock });
  const states = inboxStates({ states: inboxStateReader, clock });
  const hints = eventBusChannelHints(eventBus, log);
  const communities = postgresCommunityReader({ database, clock });
  const chat = chatUseCases({
    access: postgresAccessReader({ database, clock }),
    communities,
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
    threads: postgresThreadReader(database),
    polls: postgresPollReader(database),
    webhooks: postgresWebhookReader(database),
    webhookSecrets: nodeWebhookSecrets(random),
    webhookSender: postgresWebhookSender({ database, newEventId, onCommit: relay.wake }),
    publicUrl: deps.publicUrl,
    scheduledMessages: postgresScheduledMessageReader(database),
    audit: postgresAuditReader(database),
    messages: postgresMessageReader(database),
    sender: postgresMessageSender({ database, clock, newEventId, onCommit: relay.wake }),
    changer: postgresOwnMessageChanger(database),
    unread: postgresUnreadReader({ database, clock }),
    notifications: postgresChannelNotificationReader(database),
    search: postgresMessageSearch({ database }),
    inboxLog,
    inboxFeeds,
    inboxStates: states,
    inboxStateReader,
    playback: postgresPlaybackReader(database),
    uploads: postgresUploadCatalogue({ database, tracks: deps.tracks, clock, log }),
    attachments: postgresAttachmentReader(database),
    attachmentAddresses: signedAttachmentAddresses({ keys: deps.attachmentKeys, mediaUrl: deps.mediaUrl, clock }),
    tracks: postgresTrackCatalogue({ database, tracks: deps.tracks, clock, log }),
    hints,
    unitOfWork: postgresUnitOfWork(database, postgresChatRepositories({ clock, newEventId }), { onCommit: relay.wake }),
    log: channelLog,
    feeds,
    communityLog,
    communityFeeds,
    rateLimiter: deps.rateLimiter,
    clock,
    newId: deps.newId,
    random,
    limits,
    rates: { ...DEFAULT_RATES, ...deps.rates },
  });

  const cursors = chatCursors(deps.cursorSecret);
  const schema = subgraphSchema<ChatContext>({
    name: 'chat',
    sdl: subgraphSdl('chat'),
    resolvers: [
      communityResolvers,
      channelResolvers,
      threadResolvers,
      pollResolvers,
      webhookResolvers,
      scheduledMessageResolvers,
      roleResolvers,
      memberResolvers,
      conversationResolvers,
      presenceResolvers,
      userResolvers,
      imageResolvers(deps.mediaUrl),
      auditResolvers,
      autoModResolvers,
      messageResolvers,
      notificationResolvers,
      searchResolvers,
      inboxResolvers,
      attachmentResolvers,
      channelEventResolvers,
      communityEventResolvers,
    ],
    entities,
    rules: accessRules,
    log,
    ownOrigins: [deps.mediaUrl, deps.publicUrl],
    translateError: (error) => {
      const code = databaseErrorCode(error);
      return code && graphqlError(code, 'the request could not be carried out');
    },
  });

  return {
    name: 'chat',
    schema,
    context(request) {
      const viewer = viewerId(request.caller);
      return { request, caller: request.caller, chat, viewerId: viewer, loaders: chatLoaders(chat, viewer), cursors };
    },
    routes: webhookDoor({ post: chat.postAsWebhook, log }),
    background: {
      outboxRelay: relay,
      watermark: periodicTask({
        intervalMs: WATERMARK_MS,
        runOnce: async () => (await feeds.watermark()) + (await communityFeeds.watermark()) + (await inboxFeeds.watermark()),
        onFailure: (error) => log.warn('chat.watermark-failed', { error }),
      }),
      inboxStates: periodicTask({
        intervalMs: INBOX_STATE_MS,
        runOnce: () => states.look(),
        onFailure: (error) => log.warn('chat.inbox-states-failed', { error }),
      }),
      inboxRetention: postgresInboxRetention({ database, clock, limits, log }),
      ...inboxWriters({ database, eventLog, eventBus, clock, log }),
      logRetention: postgresLogRetention({ database, clock, limits, log }),
      nonceRetention: postgresNonceRetention({ database, clock, limits, log }),
      communityRetention: postgresCommunityRetention({ database, clock, limits, log }),
      scheduledMessages: periodicTask({
        intervalMs: SCHEDULE_MS,
        runOnce: sendDueMessages({ queue: postgresScheduledQueue(database), sendMessage: chat.sendMessage, clock, limits }),
        onFailure: (error) => log.error('chat.scheduled-messages-failed', { error }),
      }),
      attachmentReleases: postgresAttachmentReleases({ database, clock, newEventId, onCommit: relay.wake, log }),
      attachmentSweeper: postgresAttachmentSweeper({ database, clock, log }),
      messageSweeper: postgresMessageSweeper({ database, hints, clock, log }),
      presence: periodicTask({
        intervalMs: PRESENCE_MS,
        runOnce: () => chat.connections.runOnce(),
        onFailure: (error) => log.warn('chat.presence-failed', { error }),
      }),
      onBlockChanged: inboxConsumer({
        database,
        eventLog,
        durable: 'chat__on-block-changed',
        topics: BLOCK_TOPICS,
        handle: onBlockChanged,
        log,
      }),
      onTrackChanged: inboxConsumer({
        database,
        eventLog,
        durable: 'chat__on-track-changed',
        topics: TRACK_TOPICS,
        handle: onTrackChanged,
        log,
      }),
      onUploadCompleted: inboxConsumer({
        database,
        eventLog,
        durable: 'chat__on-upload-completed',
        topics: ['tracks.upload-completed.v1'],
        handle: (tx, event) => onUploadCompleted(tx, event as Parameters<typeof onUploadCompleted>[1]),
        log,
      }),
      onUserChanged: inboxConsumer({
        database,
        eventLog,
        durable: 'chat__on-user-changed',
        topics: USER_TOPICS,
        handle: onUserChanged,
        log,
      }),
    },
  };
}
