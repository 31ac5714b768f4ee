import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { eq, sql } from 'drizzle-orm';
import type { AssetRepository } from '../../application/processing/ports.ts';
import { MAX_TOKEN_SECONDS } from '@veza/media-token';
import { WAVEFORM_PAIRS } from '../../domain/audio/waveform.ts';
import { assetOf } from './asset-row.ts';
import { asset, assetFile, mediaRevocation } from '../tables.ts';
import { bytesOf } from '../upload/upload-row.ts';

/** Versions of audio in one transaction. */
export function postgresAssetRepository(tx: Transaction): AssetRepository {
  const revoke = async (aid: string, at: Date) => {
    const expiresAt = new Date(at.getTime() + MAX_TOKEN_SECONDS * 1000);
    await tx.insert(mediaRevocation).values({ kind: 'aid', key: aid, issuedUntilMs: at.getTime(), expiresAt });
  };

  return {
    async insert(made) {
      const version = sql<number>`(select coalesce(max(version), 0) + 1 from asset where track_id = ${uuid('track', made.trackId)})`;
      await tx.insert(asset).values({ ...made, version, changedAt: made.createdAt });
    },

    async lock(id) {
      const [row] = await tx.select().from(asset).where(eq(asset.id, id)).for('update');
      return row && assetOf(row);
    },

    async publish(id, { loudness, waveform, renditions, ...audio }, files, at) {
      const pairs = new Uint8Array(waveform.buffer, waveform.byteOffset, WAVEFORM_PAIRS * 2);
      const kept = renditions.map(({ name, bitrateKbps, encoderDelaySamples, endPaddingSamples }) => ({
        name,
        bitrateKbps,
        encoderDelaySamples,
        endPaddingSamples,
      }));
      await tx
        .update(asset)
        .set({ ...audio, ...loudness, waveform: pairs, renditions: kept, state: 'READY', progress: 1, failureCode: null, changedAt: at })
        .where(eq(asset.id, id));
      await tx.delete(assetFile).where(eq(assetFile.assetId, id));
      await tx.insert(assetFile).values(files.map(({ sha256, ...file }) => ({ ...file, assetId: id, sha256: bytesOf(sha256) })));
    },

    async fail(id, failureCode, changedAt) {
      await tx.update(asset).set({ state: 'FAILED', failureCode, changedAt }).where(eq(asset.id, id));
    },

    async countUnfinished(artistId) {
      const [row] = await tx.execute<{ count: number }>(sql`
        select count(*)::int as count from asset join track on track.id = asset.track_id
        where track.artist_id = ${uuid('user', artistId)} and track.deleted_at is null
          and asset.retired_at is null and asset.state not in ('READY', 'FAILED')`);
      return row?.count ?? 0;
    },

    async requeue(id, changedAt) {
      await tx.update(asset).set({ state: 'QUEUED', failureCode: null, changedAt }).where(eq(asset.id, id));
    },

    revoke,

    async retireOthers(trackId, keptId, at) {
      const retired = await tx.execute<{ id: string; aid: string }>(sql`
        update asset set retired_at = ${instantOf(at)}
        where track_id = ${uuid('track', trackId)} and retired_at is null
          and version < coalesce((select version from asset kept where kept.id = ${keptId ?? null}::uuid), 2147483647)
        returning id, aid`);
      for (const { aid } of retired) await revoke(aid, at);
      return retired.map(({ id }) => id);
    },
  };
}
