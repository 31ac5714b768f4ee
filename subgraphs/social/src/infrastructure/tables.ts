import { bigintNumber, instant, typeId } from '@veza/postgres';
import { boolean, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';

export const knownUser = pgTable('known_user', { id: typeId('user').primaryKey() });

export const knownSubject = pgTable('known_subject', {
  id: uuid().primaryKey(),
  kind: text({ enum: ['TRACK', 'LISTING'] }).notNull(),
  ownerId: typeId('user').notNull(),
  visibility: text({ enum: ['PUBLIC', 'UNLISTED', 'PRIVATE'] }).notNull(),
  isReady: boolean().notNull(),
  releaseAt: instant(),
  durationMs: integer(),
  isDeleted: boolean().notNull().default(false),
  revision: bigintNumber().notNull(),
});

export const follow = pgTable(
  'follow',
  { followerId: typeId('user').notNull(), followeeId: typeId('user').notNull(), since: instant().notNull() },
  (table) => [primaryKey({ columns: [table.followerId, table.followeeId] })],
);

export const block = pgTable(
  'block',
  {
    blockerId: typeId('user').notNull(),
    blockedId: typeId('user').notNull(),
    isActive: boolean().notNull(),
    revision: bigintNumber().notNull(),
    since: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.blockerId, table.blockedId] })],
);

export const userStat = pgTable(
  'user_stat',
  {
    userId: typeId('user').notNull(),
    slot: smallint().notNull(),
    followers: bigintNumber().notNull().default(0),
    following: bigintNumber().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.userId, table.slot] })],
);

export const subjectStat = pgTable(
  'subject_stat',
  {
    subjectId: uuid().notNull(),
    slot: smallint().notNull(),
    likes: bigintNumber().notNull().default(0),
    reposts: bigintNumber().notNull().default(0),
    comments: bigintNumber().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.subjectId, table.slot] })],
);

export const subjectLike = pgTable(
  'subject_like',
  { subjectId: uuid().notNull(), userId: typeId('user').notNull(), since: instant().notNull() },
  (table) => [primaryKey({ columns: [table.subjectId, table.userId] })],
);

export const repost = pgTable(
  'repost',
  { subjectId: uuid().notNull(), userId: typeId('user').notNull(), caption: text(), since: instant().notNull() },
  (table) => [primaryKey({ columns: [table.subjectId, table.userId] })],
);

export const comment = pgTable('comment', {
  id: typeId('comment').primaryKey(),
  subjectId: uuid().notNull(),
  authorId: typeId('user').notNull(),
  body: text().notNull(),
  positionMs: integer(),
  replyToId: typeId('comment'),
  createdAt: instant().notNull(),
  deletedAt: instant(),
});
