import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { TrackRepository } from '../../application/track/ports.ts';
import { track } from '../tables.ts';
import { TRACK_COLUMNS, TRACK_JOINS, trackOf, type TrackRow } from './track-row.ts';

/** Tracks in one transaction. */
export function postgresTrackRepository(tx: Transaction): TrackRepository {
  const lockWhere = async (condition: SQL) => {
    const [row] = await tx.execute<TrackRow>(
      sql`select ${TRACK_COLUMNS} from track ${TRACK_JOINS} where ${condition} and track.deleted_at is null for update of track`,
    );
    return row && trackOf(row);
  };

  return {
    async insert({ tags, ...made }, newestAssetId) {
      const isReleaseTold = made.releaseAt === null;
      await tx.insert(track).values({ ...made, tags: [...tags], isReleaseTold, newestAssetId });
    },

    lockOwn: (id, artistId) => lockWhere(sql`track.id = ${uuid('track', id)} and track.artist_id = ${uuid('user', artistId)}`),
    lock: (id) => lockWhere(sql`track.id = ${uuid('track', id)}`),

    async saveMetadata({ id, title, isTitleChosen, description, genre, tags, visibility, licence, ...rest }) {
      const { isDownloadable, isAnnounced, releaseAt, revision } = rest;
      const said = { title, isTitleChosen, description, genre, tags: [...tags], visibility, licence, isDownloadable };
      const isReleaseTold = sql`${track.isReleaseTold} and ${track.releaseAt} is not distinct from ${releaseAt === null ? null : instantOf(releaseAt)}`;
      await tx
        .update(track)
        .set({ ...said, isAnnounced, releaseAt, isReleaseTold, revision })
        .where(eq(track.id, id));
    },

    async markReleaseTold({ id, revision, isAnnounced }) {
      await tx.update(track).set({ isReleaseTold: true, isAnnounced, revision }).where(eq(track.id, id));
    },

    async setHidden({ id, revision, isAnnounced }, hiddenAt) {
      await tx.update(track).set({ hiddenAt, isAnnounced, revision }).where(eq(track.id, id));
    },

    async setArtwork(id, artworkImageId) {
      await tx.update(track).set({ artworkImageId }).where(eq(track.id, id));
    },

    async setNewestAsset(id, newestAssetId) {
      await tx.update(track).set({ newestAssetId }).where(eq(track.id, id));
    },

    async setCurrentAsset({ id, readyAt, isAnnounced, title }, currentAssetId) {
      await tx
        .update(track)
        .set({ currentAssetId, readyAt, isAnnounced, title, revision: sql`${track.revision} + 1` })
        .where(eq(track.id, id));
    },

    async markDeleted(id, deletedAt) {
      await tx
        .update(track)
        .set({ deletedAt, revision: sql`${track.revision} + 1` })
        .where(eq(track.id, id));
    },
  };
}
