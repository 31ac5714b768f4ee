import { type Clock, type Id, toTypeId } from '@veza/kernel';
import { type Database, instantOf } from '@veza/postgres';
import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import type { AssetProgress, ProcessingHints } from '../../application/processing/ports.ts';
import { assetOf } from './asset-row.ts';
import { asset, upload } from '../tables.ts';

/** Versions that one look answers. */
const MAX_ROWS = 1_000;

/** Progress in the row of the version, with a hint behind every change. */
export function postgresAssetProgress(database: Database, hints: ProcessingHints, clock: Clock): AssetProgress {
  return {
    async find(id) {
      const [row] = await database.select().from(asset).where(eq(asset.id, id));
      return row && assetOf(row);
    },

    async record({ id, trackId }, state, progress) {
      await database.execute(sql`
        update asset set state = ${state}, progress = greatest(progress, ${progress}::real), changed_at = ${instantOf(clock())}
        where id = ${id}::uuid and state not in ('READY', 'FAILED') and retired_at is null`);
      hints.publish(trackId);
    },

    async findWaiting(lostBefore, hasTranscoder) {
      const rows = await database.execute<{ id: string; artist_id: string }>(sql`
        select asset.id, track.artist_id from asset join track on track.id = asset.track_id
        where retired_at is null and state <> 'READY' and (
          (state <> 'FAILED' and changed_at < ${instantOf(lostBefore)})
          or (${hasTranscoder} and failure_code = 'TRANSCODER_UNAVAILABLE'))
        order by changed_at limit ${MAX_ROWS}`);
      return rows.map(({ id, artist_id }) => ({ assetId: id, artistId: toTypeId('user', artist_id) as Id<'user'> }));
    },

    async findFailed(failedBefore) {
      const rows = await database
        .select({ asset })
        .from(asset)
        .innerJoin(upload, eq(upload.id, asset.uploadId))
        .where(
          and(
            eq(asset.state, 'FAILED'),
            ne(asset.failureCode, 'TRANSCODER_UNAVAILABLE'),
            lt(asset.changedAt, failedBefore),
            isNull(upload.freedAt),
          ),
        )
        .limit(MAX_ROWS);
      return rows.map((row) => assetOf(row.asset));
    },
  };
}
