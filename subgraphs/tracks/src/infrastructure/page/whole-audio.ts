import type { BlobStore } from '@veza/blobs';
import { toTypeId } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Track } from '../../domain/track.ts';
import { mediaKey } from '../processing/asset-blob-keys.ts';

/** Bit rate of what is kept for later, in kbit/s; the nearest below it where there is none. */
const KEPT_KBPS = 160;

/** A part of a file: one segment. */
export interface AudioPart {
  readonly blobKey: string;
  readonly byteSize: number;
}

/** The whole audio of a track in one file: its init segment and its segments in a row are a fragmented MP4. @see ISO/IEC 14496-12 */
export interface WholeAudio {
  readonly parts: readonly AudioPart[];
  readonly byteSize: number;
}

/** Name of the rendition that is kept: `a160`, or what is nearest below it, or the smallest. */
export function keptRendition({ renditions }: NonNullable<Track['audio']>): string {
  const rates = renditions.map(({ bitrateKbps }) => bitrateKbps).toSorted((a, b) => b - a);
  return `a${rates.find((rate) => rate <= KEPT_KBPS) ?? rates.at(-1)}`;
}

/** Looks up the parts of a track's whole audio; undefined when it has none any more. */
export function findWholeAudio(database: Database) {
  return async ({ assetId, ...audio }: NonNullable<Track['audio']>): Promise<WholeAudio | undefined> => {
    const rendition = keptRendition({ assetId, ...audio });
    // Names sort in the order of the segments, but for the init segment, which is the only `.mp4`.
    const rows = await database.execute<{ name: string; byte_size: string }>(sql`
      select name, byte_size from asset_file join asset on asset.id = asset_id
      where asset_id = ${assetId} and retired_at is null and starts_with(name, ${`${rendition}-`})
      order by name like '%.mp4' desc, name`);
    if (rows.length === 0) return undefined;
    const parts = rows.map(({ name, byte_size }) => ({ blobKey: mediaKey(assetId, name), byteSize: Number(byte_size) }));
    return { parts, byteSize: parts.reduce((sum, part) => sum + part.byteSize, 0) };
  };
}

/** Sizes of whole audios in one statement, by track. */
export async function wholeAudioSizes(database: Database, tracks: readonly Track[]): Promise<ReadonlyMap<string, number>> {
  const wanted = tracks.flatMap(({ audio }) => (audio ? [{ asset: audio.assetId, rendition: `${keptRendition(audio)}-` }] : []));
  const rows = await database.execute<{ track_id: string; byte_size: string }>(sql`
    select asset.track_id, sum(asset_file.byte_size) as byte_size
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (asset uuid, rendition text)
    join asset on asset.id = wanted.asset join asset_file on asset_id = asset.id and starts_with(name, wanted.rendition)
    group by asset.track_id`);
  return new Map(rows.map(({ track_id, byte_size }) => [toTypeId('track', track_id), Number(byte_size)]));
}

/** The bytes of an audio from one place to another, both inclusive, part by part. */
export function readWholeAudio(blobs: BlobStore, { parts }: WholeAudio, start: number, end: number): Readable {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    let offset = 0;
    for (const { blobKey, byteSize } of parts) {
      const [from, to] = [Math.max(start, offset) - offset, Math.min(end, offset + byteSize - 1) - offset];
      offset += byteSize;
      if (to < 0 || from >= byteSize) continue;
      const part = await blobs.get(blobKey, { range: { start: from, end: to } });
      if (!part) throw new Error(`a segment of a served version is missing: ${blobKey}`);
      yield* part;
    }
  }
  return Readable.from(bytes(), { objectMode: false });
}
