import { type Transaction, uuid } from '@veza/postgres';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { generateNKeysBetween } from 'fractional-indexing';
import type { PlaylistRepository } from '../../application/playlist/ports.ts';
import type { Playlist } from '../../domain/playlist/playlist.ts';
import { playlist, playlistItem } from '../tables.ts';
import { playlistOf } from './playlist-row.ts';

type Owned = Pick<Playlist, 'id' | 'ownerId'>;

/** The ranks between which something is put; null for an end of the list. */
interface Gap {
  readonly before: string | null;
  readonly behind: string | null;
}

/** Playlists in one transaction. */
export function postgresPlaylistRepository(tx: Transaction): PlaylistRepository {
  const rankWhere = async (query: SQL): Promise<string | null> => (await tx.execute<{ rank: string | null }>(query))[0]?.rank ?? null;

  /** The gap at a place among the items that the owner sees; hidden items stay behind the one that they stand behind. */
  async function gapAt({ id, ownerId }: Owned, position: number | undefined, without: SQL): Promise<Gap> {
    const items = sql`playlist_item item join track on track.id = item.track_id
      where item.playlist_id = ${uuid('playlist', id)} and ${without}`;
    const place = position === undefined ? undefined : Math.max(0, position);
    const last = () => rankWhere(sql`select max(item.rank) as rank from ${items}`);
    const seen = (offset: number) =>
      rankWhere(
        sql`select item.rank from ${items} and visible_to(track, ${uuid('user', ownerId)}, false) order by item.rank offset ${offset} limit 1`,
      );
    const before = place === undefined ? await last() : place === 0 ? null : ((await seen(place - 1)) ?? (await last()));
    const above = before === null ? sql`true` : sql`item.rank > ${before}`;
    return { before, behind: await rankWhere(sql`select min(item.rank) as rank from ${items} and ${above}`) };
  }

  return {
    async insert(made) {
      await tx.insert(playlist).values(made);
    },

    async lock(id) {
      const [row] = await tx
        .select()
        .from(playlist)
        .where(and(eq(playlist.id, id), isNull(playlist.deletedAt)))
        .for('update');
      return row && playlistOf(row);
    },

    async lockCount(ownerId) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veza playlists ${ownerId}`}, 0))`);
      return tx.$count(playlist, and(eq(playlist.ownerId, ownerId), isNull(playlist.deletedAt)));
    },

    async save({ id, title, description, visibility, artworkImageId, revision }) {
      await tx.update(playlist).set({ title, description, visibility, artworkImageId, revision }).where(eq(playlist.id, id));
    },

    async markDeleted(id, deletedAt) {
      await tx.delete(playlistItem).where(eq(playlistItem.playlistId, id));
      await tx.update(playlist).set({ deletedAt, artworkImageId: null }).where(eq(playlist.id, id));
    },

    countItems: (id) => tx.$count(playlistItem, eq(playlistItem.playlistId, id)),

    async addItems(owned, { ids, trackIds, position, at }) {
      if (ids.length === 0) return;
      const { before, behind } = await gapAt(owned, position, sql`true`);
      const ranks = generateNKeysBetween(before, behind, ids.length);
      const rows = ids.map((id, index) => ({ id, playlistId: owned.id, trackId: trackIds[index]!, rank: ranks[index]!, addedAt: at }));
      await tx.insert(playlistItem).values(rows);
    },

    async moveItem(owned, itemId, position) {
      const { before, behind } = await gapAt(owned, position, sql`item.id <> ${uuid('plitem', itemId)}`);
      const [rank] = generateNKeysBetween(before, behind, 1);
      const isIt = and(eq(playlistItem.id, itemId), eq(playlistItem.playlistId, owned.id));
      return (await tx.update(playlistItem).set({ rank: rank! }).where(isIt).returning({ id: playlistItem.id })).length > 0;
    },

    async removeItem(id, itemId) {
      const isIt = and(eq(playlistItem.id, itemId), eq(playlistItem.playlistId, id));
      return (await tx.delete(playlistItem).where(isIt).returning({ id: playlistItem.id })).length > 0;
    },

    async removeTrack(trackId) {
      await tx.delete(playlistItem).where(eq(playlistItem.trackId, trackId));
    },
  };
}
