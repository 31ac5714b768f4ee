import { communityHintChannel } from './application/feed/community-hint.ts';
import { logFeeds } from './application/feed/log-feeds.ts';
import { channelFeeds } from './application/feed/channel-feeds.ts';
import { postgresChannelLog } from './infrastructure/feed/postgres-channel-log.ts';
import { postgresCommunityLog } from './infrastructure/community/postgres-community-log.ts';
import { inboxHintChannel } from './application/inbox/inbox-hint.ts';
import { postgresInboxLog } from './infrastructure/inbox/postgres-inbox-log.ts';
import type { ChatDependencies } from './dependencies.ts';

/** The logs that people follow, and the feeds of those that somebody in this process does. */
export function chatFeeds({ database, eventBus, clock, log }: Pick<ChatDependencies, 'database' | 'eventBus' | 'clock' | 'log'>) {
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
  return { log: channelLog, feeds, communityLog, communityFeeds, inboxLog, inboxFeeds };
}

export type ChatFeeds = ReturnType<typeof chatFeeds>;
