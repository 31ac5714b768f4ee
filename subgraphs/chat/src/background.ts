import { periodicTask, type Uuid } from '@veza/kernel';
import { inboxConsumer, type OutboxRelay } from '@veza/postgres';
import type { ChatLimits } from './domain/limits.ts';
import { onUserChanged, USER_TOPICS } from './infrastructure/user/on-user-changed.ts';
import { onUploadCompleted } from './infrastructure/attachment/on-upload-completed.ts';
import { postgresAttachmentReleases } from './infrastructure/attachment/postgres-attachment-releases.ts';
import { postgresAttachmentSweeper } from './infrastructure/attachment/postgres-attachment-sweeper.ts';
import { BLOCK_TOPICS, onBlockChanged } from './infrastructure/conversation/on-block-changed.ts';
import { sendDueMessages } from './application/scheduled/send-due-messages.ts';
import { postgresScheduledQueue } from './infrastructure/scheduled/postgres-scheduled-queue.ts';
import { onTrackChanged, TRACK_TOPICS } from './infrastructure/track/on-track-changed.ts';
import { postgresCommunityRetention } from './infrastructure/community/postgres-community-retention.ts';
import { postgresNonceRetention } from './infrastructure/message/postgres-nonce-retention.ts';
import { postgresLogRetention } from './infrastructure/feed/postgres-log-retention.ts';
import { inboxWriters } from './infrastructure/inbox/inbox-writers.ts';
import { postgresInboxRetention } from './infrastructure/inbox/postgres-inbox-retention.ts';
import { postgresMessageSweeper } from './infrastructure/message/postgres-message-sweeper.ts';
import type { ChatDependencies } from './dependencies.ts';
import type { ChatFeeds } from './feeds.ts';
import type { Chat } from './application/chat.ts';
import type { InboxStates } from './application/inbox/inbox-states.ts';
import type { ChannelHints } from './application/ports/log.ts';

/** Milliseconds between two rounds of the watermark: the longest that a lost hint stays unnoticed in a busy channel. */
const WATERMARK_MS = 250;

/** Milliseconds between two looks at unread counts, so the shortest time between two tellings of one channel. */
const INBOX_STATE_MS = 1000;

/** Milliseconds between two looks at what is to be sent. */
const SCHEDULE_MS = 1000;

/** Milliseconds between two looks at who came and who went. */
const PRESENCE_MS = 1_000;

/** What the loops work with. */
export interface BackgroundParts extends Pick<ChatDependencies, 'database' | 'eventLog' | 'eventBus' | 'clock' | 'log'> {
  readonly chat: Chat;
  readonly relay: OutboxRelay;
  readonly feeds: ChatFeeds;
  readonly hints: ChannelHints;
  readonly states: InboxStates;
  readonly newEventId: () => Uuid;
  readonly limits: ChatLimits;
}

export type ChatBackground = ReturnType<typeof chatBackground>;

/** The loops of chat by name. */
export function chatBackground({
  database,
  eventLog,
  eventBus,
  clock,
  log,
  chat,
  relay,
  feeds: live,
  hints,
  states,
  newEventId,
  limits,
}: BackgroundParts) {
  const { feeds, communityFeeds, inboxFeeds } = live;
  return {
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
      runOnce: sendDueMessages({
        queue: postgresScheduledQueue(database),
        sendMessage: chat.sendMessage,
        clock,
        limits,
        onFailure: (error) => log.error('chat.scheduled-message-failed', { error }),
      }),
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
  };
}
