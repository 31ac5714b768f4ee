import type { Database } from '@veza/postgres';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { OriginalReader } from '../../application/download/grant-download.ts';
import { sourceKey } from '../processing/asset-blob-keys.ts';
import { asset, upload } from '../tables.ts';
import { hexOf } from '../upload/upload-row.ts';
import type { ServedFile } from './postgres-served-files.ts';

/** What a file is when nothing is known of it. */
const UNKNOWN_TYPE = 'application/octet-stream';

/** Originals by their versions. */
export function postgresOriginals(database: Database): OriginalReader {
  return {
    async findMany(assetIds) {
      const rows = await database
        .select({ assetId: asset.id, upload })
        .from(asset)
        .innerJoin(upload, eq(upload.id, asset.uploadId))
        .where(inArray(asset.id, [...assetIds]));
      return new Map(
        rows.map(({ assetId, upload: { filename, byteSize, contentType } }) => [
          assetId,
          { filename, byteSize, contentType: contentType ?? UNKNOWN_TYPE },
        ]),
      );
    },
  };
}

/** The original of a version that is still heard, as the media door serves it. */
export function postgresServedOriginal(database: Database): (aid: string) => Promise<ServedFile | undefined> {
  return async (aid) => {
    const [row] = await database
      .select({ assetId: asset.id, upload })
      .from(asset)
      .innerJoin(upload, eq(upload.id, asset.uploadId))
      .where(and(eq(asset.aid, aid), isNull(asset.retiredAt)));
    if (!row?.upload.sha256) return undefined;
    const { filename, byteSize, contentType, sha256 } = row.upload;
    return {
      blobKey: sourceKey(row.assetId),
      contentType: contentType ?? UNKNOWN_TYPE,
      byteSize,
      sha256: hexOf(sha256),
      filename,
    };
  };
}
