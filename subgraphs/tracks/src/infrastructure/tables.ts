import type { ImageSize } from '@veza/kernel';
import { bigintNumber, bytes, instant, typeId } from '@veza/postgres';
import { bigint, boolean, customType, integer, jsonb, pgTable, primaryKey, real, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { ProcessingFailureCode, ProcessingState } from '../domain/audio/processing.ts';
import type { StreamRendition, TrackLicence, TrackVisibility } from '../domain/track.ts';
import type { PlayDecision, PlayRule } from '../domain/play/decide-play.ts';
import type { PlaylistKind } from '../domain/playlist/playlist.ts';
import type { DeviceKind } from '../domain/playback/device.ts';
import type { PlaybackState, RepeatMode } from '../domain/playback/playback-state.ts';
import type { QueueEntry } from '../domain/playback/queue.ts';
import type { MediaScope } from '@veza/media-token';
import type { UploadPurpose, UploadRefusalCode, UploadState } from '../domain/upload.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Files on their way here. */
export const upload = pgTable('upload', {
  id: typeId('upload').primaryKey(),
  ownerId: typeId('user').notNull(),
  purpose: text().$type<UploadPurpose>().notNull(),
  filename: text().notNull(),
  byteSize: bigintNumber().notNull(),
  receivedBytes: bigintNumber().notNull().default(0),
  state: text().$type<UploadState>().notNull().default('PENDING'),
  announcedSha256: bytes(),
  sha256: bytes(),
  contentType: text(),
  revision: bigintNumber().notNull().default(1),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  freedAt: instant(),
  imageId: text(),
  refusalCode: text().$type<UploadRefusalCode>(),
  aid: text(),
  width: integer(),
  height: integer(),
});

/** Pictures that are shown. */
export const image = pgTable('image', {
  id: text().primaryKey(),
  createdAt: instant().notNull(),
});

/** Sizes of pictures. */
export const imageFile = pgTable(
  'image_file',
  {
    imageId: text().notNull(),
    size: smallint().$type<ImageSize>().notNull(),
    byteSize: bigintNumber().notNull(),
    sha256: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.imageId, table.size] })],
);

/** Tracks with what their artists say about them. */
export const track = pgTable('track', {
  id: typeId('track').primaryKey(),
  artistId: typeId('user').notNull(),
  title: text().notNull(),
  isTitleChosen: boolean().notNull(),
  description: text(),
  genre: text(),
  tags: text().array().notNull().default([]),
  visibility: text().$type<TrackVisibility>().notNull(),
  licence: text().$type<TrackLicence>().notNull(),
  playCount: integer().notNull().default(0),
  newestAssetId: uuid().notNull(),
  currentAssetId: uuid(),
  readyAt: instant(),
  releaseAt: instant(),
  isReleaseTold: boolean().notNull().default(true),
  isDownloadable: boolean().notNull().default(false),
  isAnnounced: boolean().notNull().default(false),
  hiddenAt: instant(),
  revision: bigintNumber().notNull().default(1),
  createdAt: instant().notNull(),
  deletedAt: instant(),
  search: tsvector().notNull().default(''),
  artworkImageId: text(),
});

/** Versions of tracks' audio. */
export const asset = pgTable('asset', {
  id: uuid().primaryKey(),
  trackId: typeId('track').notNull(),
  version: integer().notNull(),
  aid: text().notNull(),
  uploadId: typeId('upload').notNull(),
  state: text().$type<ProcessingState>().notNull().default('QUEUED'),
  progress: real().notNull().default(0),
  failureCode: text().$type<ProcessingFailureCode>(),
  durationMs: integer(),
  sampleCount: bigintNumber(),
  integratedLufs: real(),
  loudnessRangeLu: real(),
  truePeakDbtp: real(),
  waveform: bytes(),
  renditions: jsonb().$type<readonly StreamRendition[]>(),
  createdAt: instant().notNull(),
  changedAt: instant().notNull(),
  retiredAt: instant(),
});

/** Files that are served of a version. */
export const assetFile = pgTable(
  'asset_file',
  {
    assetId: uuid().notNull(),
    name: text().notNull(),
    contentType: text().notNull(),
    byteSize: bigintNumber().notNull(),
    sha256: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.assetId, table.name] })],
);

/** Keys that sign media addresses. */
export const mediaKey = pgTable(
  'media_key',
  {
    scope: text().$type<MediaScope>().notNull(),
    kid: text().notNull(),
    sealedSecret: bytes().notNull(),
    state: text().$type<'next' | 'current' | 'previous'>().notNull(),
    since: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.kid] })],
);

/** Tokens that ended before their time. */
export const mediaRevocation = pgTable('media_revocation', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text().$type<'aid' | 'sid'>().notNull(),
  key: text().notNull(),
  issuedUntilMs: bigintNumber().notNull(),
  recordedAt: instant().notNull().defaultNow(),
  expiresAt: instant().notNull(),
});

/** Links by which others hear a track before it is out. */
export const secretLink = pgTable('secret_link', {
  trackId: typeId('track').primaryKey(),
  secretHash: bytes().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant(),
});

/** Ordered lists of tracks. */
export const playlist = pgTable('playlist', {
  id: typeId('playlist').primaryKey(),
  ownerId: typeId('user').notNull(),
  kind: text().$type<PlaylistKind>().notNull(),
  title: text().notNull(),
  description: text(),
  visibility: text().$type<TrackVisibility>().notNull(),
  artworkImageId: text(),
  revision: bigintNumber().notNull().default(1),
  createdAt: instant().notNull(),
  deletedAt: instant(),
});

/** Places in playlists. */
export const playlistItem = pgTable('playlist_item', {
  id: typeId('plitem').primaryKey(),
  playlistId: typeId('playlist').notNull(),
  trackId: typeId('track').notNull(),
  rank: text().notNull(),
  addedAt: instant().notNull(),
});

/** Times that somebody heard a track on a device. */
export const listen = pgTable('listen', {
  id: uuid().primaryKey(),
  userId: typeId('user').notNull(),
  deviceId: typeId('device').notNull(),
  trackId: typeId('track').notNull(),
  network: text().notNull(),
  startedAt: instant().notNull(),
  reportedAt: instant().notNull(),
  playedMs: integer().notNull(),
  creditedMs: integer().notNull(),
  spareMs: integer().notNull(),
  enoughAt: instant(),
  dueAt: instant(),
});

/** What became of listens that were long enough. */
export const playDecision = pgTable('play_decision', {
  listenId: uuid().primaryKey(),
  trackId: typeId('track').notNull(),
  userId: typeId('user').notNull(),
  network: text().notNull(),
  decision: text().$type<PlayDecision>().notNull(),
  rule: text().$type<PlayRule>(),
  creditedMs: integer().notNull(),
  decidedAt: instant().notNull(),
});

/** Who was given addresses of what. */
export const streamGrant = pgTable(
  'stream_grant',
  { userId: typeId('user').notNull(), trackId: typeId('track').notNull(), grantedAt: instant().notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.trackId] })],
);

/** What was sent to whom. */
export const mediaDelivery = pgTable(
  'media_delivery',
  { lid: text().notNull(), aid: text().notNull(), segment: integer().notNull(), deliveredAt: instant().notNull() },
  (table) => [primaryKey({ columns: [table.lid, table.aid, table.segment] })],
);

/** What people heard. */
export const listeningHistory = pgTable('listening_history', {
  id: uuid().primaryKey(),
  userId: typeId('user').notNull(),
  trackId: typeId('track').notNull(),
  playedAt: instant().notNull(),
});

/** Devices that people listen on. */
export const playbackDevice = pgTable('playback_device', {
  id: typeId('device').primaryKey(),
  userId: typeId('user').notNull(),
  sessionId: typeId('session').notNull(),
  name: text().notNull(),
  kind: text().$type<DeviceKind>().notNull(),
  seenAt: instant().notNull(),
});

/** What people play. */
export const playbackState = pgTable('playback_state', {
  userId: typeId('user').primaryKey(),
  revision: bigintNumber().notNull().default(0),
  deviceId: typeId('device'),
  isPlaying: boolean().notNull().default(false),
  positionMs: integer().notNull().default(0),
  asOf: instant().notNull(),
  durationMs: integer(),
  repeat: text().$type<RepeatMode>().notNull().default('OFF'),
  isShuffled: boolean().notNull().default(false),
  shuffleSeed: integer().notNull().default(0),
  volume: smallint().notNull().default(100),
  entries: jsonb().$type<readonly QueueEntry[]>().notNull().default([]),
  currentAt: integer().notNull().default(-1),
});

/** What commands were answered with; its instants are texts. */
export const playbackCommand = pgTable(
  'playback_command',
  {
    userId: typeId('user').notNull(),
    commandId: text().notNull(),
    answer: jsonb().$type<Omit<PlaybackState, 'asOf'> & { readonly asOf: string }>().notNull(),
    carriedOutAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.commandId] })],
);
