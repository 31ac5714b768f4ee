/** How much of everything there may be, and how fast. Composition roots may change each value. */
export interface ChatLimits {
  /** Code points of a message's content. */
  readonly contentLength: number;
  readonly nonceLength: number;
  /** Code points of what somebody says of themselves. */
  readonly statusLength: number;
  /** People in one conversation. */
  readonly participants: number;
  readonly nameLength: number;
  readonly topicLength: number;
  readonly descriptionLength: number;
  readonly slowModeSeconds: number;
  readonly distinctReactions: number;
  readonly pinnedMessages: number;
  /** Files that come with one message. */
  readonly attachments: number;
  /** People named in one message. */
  readonly mentions: number;
  readonly channelsPerCommunity: number;
  readonly invitesPerCommunity: number;
  readonly rolesPerCommunity: number;
  readonly overwritesPerChannel: number;
  /** Code points of the reason for an act of management. */
  readonly reasonLength: number;
  /** Longest time-out. */
  readonly timeOutDays: number;
  /** How far back a ban may delete messages. */
  readonly banDeleteDays: number;
  /** Threads of a community that are not archived. */
  readonly activeThreads: number;
  readonly threadMembers: number;
  /** Messages of one person that wait for their time or failed. */
  readonly scheduledMessages: number;
  /** How far ahead a message may be scheduled. */
  readonly scheduleDays: number;
  readonly webhooksPerChannel: number;
  /** Code points of a poll's question, and of one option. */
  readonly pollQuestionLength: number;
  readonly pollOptionLength: number;
  readonly pollOptions: number;
  /** How long a poll is open at most. */
  readonly pollDays: number;
  readonly communitiesOwned: number;
  readonly communitiesJoined: number;
  /** Uses that one invite may grant. */
  readonly inviteUses: number;
  readonly autoModRules: number;
  /** Keywords of one rule, and domains. */
  readonly keywords: number;
  readonly keywordLength: number;
  /** Regular expressions of one rule. */
  readonly patterns: number;
  readonly patternLength: number;
  /** Steps of all regular expressions of a community together: what a character of a message may cost at most. */
  readonly patternSize: number;
  /** Most that a rule about mentions may allow. */
  readonly autoModMentions: number;
  readonly exemptRoles: number;
  readonly exemptChannels: number;
  /** Messages that go with one bulk deletion. */
  readonly bulkDeletion: number;
  /** Days that a repeated nonce is known. */
  readonly nonceDays: number;
  /** Days that the audit log goes back; at least 365. */
  readonly auditDays: number;
  /** Days that a log entry is kept for those who were away; messages stay. */
  readonly logDays: number;
  /** Entries that a channel's log keeps at most. */
  readonly logEntries: number;
}

/** The limits of an installation that sets none. */
export const DEFAULT_LIMITS: ChatLimits = Object.freeze({
  contentLength: 4000,
  nonceLength: 64,
  statusLength: 128,
  participants: 10,
  nameLength: 100,
  topicLength: 1024,
  descriptionLength: 5000,
  slowModeSeconds: 21_600,
  distinctReactions: 20,
  pinnedMessages: 250,
  attachments: 10,
  mentions: 100,
  channelsPerCommunity: 500,
  invitesPerCommunity: 1000,
  rolesPerCommunity: 250,
  overwritesPerChannel: 1000,
  reasonLength: 512,
  timeOutDays: 28,
  banDeleteDays: 7,
  activeThreads: 1000,
  threadMembers: 1000,
  scheduledMessages: 100,
  scheduleDays: 30,
  webhooksPerChannel: 10,
  pollQuestionLength: 300,
  pollOptionLength: 55,
  pollOptions: 10,
  pollDays: 32,
  communitiesOwned: 100,
  communitiesJoined: 200,
  inviteUses: 100_000,
  autoModRules: 20,
  keywords: 1000,
  keywordLength: 60,
  patterns: 10,
  patternLength: 260,
  patternSize: 600,
  autoModMentions: 50,
  exemptRoles: 20,
  exemptChannels: 50,
  bulkDeletion: 100,
  nonceDays: 7,
  auditDays: 365,
  logDays: 30,
  logEntries: 1_000_000,
});

/** A bucket of permits: how many fit, how many come back each second. */
export interface ChatRate {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

/** How often one person may do what; `playbackSync` counts per channel. */
export interface ChatRates {
  readonly send: ChatRate;
  readonly change: ChatRate;
  readonly join: ChatRate;
  readonly search: ChatRate;
  /** New conversations. */
  readonly open: ChatRate;
  readonly typing: ChatRate;
  readonly playbackSync: ChatRate;
  /** Messages of one webhook. */
  readonly webhook: ChatRate;
  /** Acts of management of one person in one community. */
  readonly manage: ChatRate;
}

/** The rates of an installation that sets none. */
export const DEFAULT_RATES: ChatRates = Object.freeze({
  send: { capacity: 60, refillPerSecond: 10 },
  change: { capacity: 60, refillPerSecond: 5 },
  join: { capacity: 20, refillPerSecond: 20 / 3600 },
  search: { capacity: 60, refillPerSecond: 1 },
  open: { capacity: 30, refillPerSecond: 30 / 3600 },
  typing: { capacity: 5, refillPerSecond: 1 / 3 },
  playbackSync: { capacity: 5, refillPerSecond: 5 },
  webhook: { capacity: 30, refillPerSecond: 1 },
  manage: { capacity: 300, refillPerSecond: 5 },
});
