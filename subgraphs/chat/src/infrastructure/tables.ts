import { bigintNumber, bytes, citext, instant, typeId } from '@veza/postgres';
import { boolean, integer, pgTable, primaryKey, smallint, text, uuid, bigint } from 'drizzle-orm/pg-core';

/** Units whose permissions change together. The id is the uuid of a community or of a conversation. */
export const scope = pgTable('scope', { id: typeId('community').primaryKey(), accessEpoch: bigintNumber().notNull().default(1) });

export const community = pgTable('community', {
  id: typeId('community').primaryKey(),
  slug: citext().notNull(),
  name: text().notNull(),
  description: text(),
  ownerId: typeId('user').notNull(),
  memberCount: integer().notNull(),
  createdAt: instant().notNull(),
  deletedAt: instant(),
  auditSeq: bigintNumber().notNull().default(0),
  lastSeq: bigintNumber().notNull().default(0),
  floorSeq: bigintNumber().notNull().default(0),
});

export const role = pgTable('role', {
  id: typeId('role').primaryKey(),
  communityId: typeId('community').notNull(),
  name: text().notNull(),
  position: integer().notNull(),
  color: text(),
  permissions: bigint({ mode: 'bigint' }).notNull(),
});

export const member = pgTable(
  'member',
  {
    communityId: typeId('community').notNull(),
    userId: typeId('user').notNull(),
    nickname: text(),
    joinedAt: instant().notNull(),
    timedOutUntil: instant(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.userId] })],
);

export const memberRole = pgTable(
  'member_role',
  { communityId: typeId('community').notNull(), userId: typeId('user').notNull(), roleId: typeId('role').notNull() },
  (table) => [primaryKey({ columns: [table.communityId, table.userId, table.roleId] })],
);

export const ban = pgTable(
  'ban',
  {
    communityId: typeId('community').notNull(),
    userId: typeId('user').notNull(),
    actorId: typeId('user').notNull(),
    reason: text(),
    until: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.userId] })],
);

export const departure = pgTable(
  'departure',
  {
    communityId: typeId('community').notNull(),
    userId: typeId('user').notNull(),
    kind: smallint().notNull(),
    departedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.userId] })],
);

export const autoModRule = pgTable('auto_mod_rule', {
  id: typeId('automod').primaryKey(),
  communityId: typeId('community').notNull(),
  name: text().notNull(),
  isEnabled: boolean().notNull(),
  trigger: text().notNull(),
  keywords: text().array().notNull(),
  patterns: text().array().notNull().default([]),
  allowedDomains: text().array().notNull(),
  mentionLimit: integer().notNull(),
  timeOutS: integer().notNull(),
  exemptRoleIds: uuid().array().notNull(),
  exemptChannelIds: uuid().array().notNull(),
  createdAt: instant().notNull(),
});

export const invite = pgTable('invite', {
  code: text().primaryKey(),
  communityId: typeId('community').notNull(),
  creatorId: typeId('user').notNull(),
  uses: integer().notNull().default(0),
  maxUses: integer(),
  expiresAt: instant(),
  createdAt: instant().notNull(),
});

export const logOrigin = pgTable('log_origin', { oneRow: boolean().primaryKey().default(true), logEpoch: uuid().notNull() });

export const channel = pgTable('channel', {
  id: typeId('channel').primaryKey(),
  scopeId: typeId('community').notNull(),
  communityId: typeId('community'),
  categoryId: typeId('channel'),
  kind: smallint().notNull(),
  name: text(),
  topic: text(),
  position: integer().notNull(),
  slowModeS: integer().notNull().default(0),
  createdAt: instant().notNull(),
  deletedAt: instant(),
  parentId: typeId('channel'),
  sourceMessageId: typeId('message'),
  creatorId: typeId('user'),
  isPrivate: boolean().notNull().default(false),
  isLocked: boolean().notNull().default(false),
  archiveAfterS: integer(),
  openedAt: instant(),
  archivedAt: instant(),
  archivedMsgNo: bigintNumber(),
  dmKey: bytes(),
});

export const participant = pgTable(
  'participant',
  { channelId: typeId('channel').notNull(), userId: typeId('user').notNull(), joinedAt: instant().notNull() },
  (table) => [primaryKey({ columns: [table.channelId, table.userId] })],
);

export const presenceChoice = pgTable('presence_choice', {
  userId: typeId('user').primaryKey(),
  mode: smallint().notNull(),
  statusText: text(),
});

export const directSetting = pgTable('direct_setting', { userId: typeId('user').primaryKey(), accepts: smallint().notNull() });

export const block = pgTable(
  'block',
  {
    blockerId: typeId('user').notNull(),
    blockedId: typeId('user').notNull(),
    isActive: boolean().notNull(),
    revision: bigintNumber().notNull(),
  },
  (table) => [primaryKey({ columns: [table.blockerId, table.blockedId] })],
);

/** Finished uploads for messages. */
export const upload = pgTable('upload', {
  id: typeId('upload').primaryKey(),
  ownerId: typeId('user').notNull(),
  filename: text().notNull(),
  contentType: text().notNull(),
  byteSize: bigintNumber().notNull(),
  aid: text().notNull(),
  width: integer(),
  height: integer(),
  knownAt: instant().notNull(),
  usedAt: instant(),
});

export const channelHead = pgTable('channel_head', {
  channelId: typeId('channel').primaryKey(),
  scopeId: typeId('community').notNull(),
  lastSeq: bigintNumber().notNull().default(0),
  lastMsgNo: bigintNumber().notNull().default(0),
  floorSeq: bigintNumber().notNull().default(0),
  lastMessageAt: instant(),
});

export const message = pgTable(
  'message',
  {
    channelId: typeId('channel').notNull(),
    msgNo: bigintNumber().notNull(),
    id: typeId('message').notNull(),
    authorId: typeId('user').notNull(),
    nonce: text(),
    content: text().notNull(),
    replyToId: typeId('message'),
    momentTrackId: typeId('track'),
    momentMs: integer(),
    pinnedAt: instant(),
    createdSeq: bigintNumber().notNull(),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    editedAt: instant(),
    deletedAt: instant(),
    hasAttachment: boolean().notNull().default(false),
    webhookId: typeId('webhook'),
    webhookName: text(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.msgNo] })],
);

export const reaction = pgTable(
  'reaction',
  {
    channelId: typeId('channel').notNull(),
    messageId: typeId('message').notNull(),
    emoji: text().notNull(),
    userId: typeId('user').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.messageId, table.emoji, table.userId] })],
);

export const reactionCount = pgTable(
  'reaction_count',
  {
    channelId: typeId('channel').notNull(),
    messageId: typeId('message').notNull(),
    emoji: text().notNull(),
    count: integer().notNull(),
    firstAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.messageId, table.emoji] })],
);

export const mention = pgTable(
  'mention',
  {
    userId: typeId('user').notNull(),
    channelId: typeId('channel').notNull(),
    msgNo: bigintNumber().notNull(),
    isHere: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.userId, table.channelId, table.msgNo] })],
);

export const readState = pgTable(
  'read_state',
  {
    userId: typeId('user').notNull(),
    channelId: typeId('channel').notNull(),
    lastReadMsgNo: bigintNumber().notNull(),
    movedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.channelId] })],
);

export const channelNotification = pgTable(
  'channel_notification',
  {
    userId: typeId('user').notNull(),
    channelId: typeId('channel').notNull(),
    level: smallint().notNull(),
    isMuted: boolean().notNull(),
    mutedUntil: instant(),
    changedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.channelId] })],
);

export const partyPlayback = pgTable('party_playback', {
  channelId: typeId('channel').primaryKey(),
  trackId: typeId('track').notNull(),
  positionMs: integer().notNull(),
  isPlaying: boolean().notNull(),
  asOf: instant().notNull(),
  hostId: typeId('user').notNull(),
  rev: bigintNumber().notNull(),
});

export const userCard = pgTable('user_card', {
  userId: typeId('user').primaryKey(),
  username: text().notNull(),
  displayName: text().notNull(),
  avatarImageId: text(),
  revision: bigintNumber().notNull(),
});

export const trackCard = pgTable('track_card', {
  trackId: typeId('track').primaryKey(),
  isPlayable: boolean().notNull(),
  durationMs: integer(),
  releaseAt: instant(),
  revision: bigintNumber().notNull(),
});
