import { type Database } from '@veza/postgres';
import { and, eq, isNull } from 'drizzle-orm';
import { mediaKey } from '../processing/asset-blob-keys.ts';
import { asset, assetFile } from '../tables.ts';
import { hexOf } from '../upload/upload-row.ts';

/** A file that may be served. */
export interface ServedFile {
  readonly blobKey: string;
  readonly contentType: string;
  readonly byteSize: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Name under which a client keeps it; undefined for what is played and not kept. */
  readonly filename?: string;
  /** Whether a page may show it in place all the same; only beside a name. */
  readonly isShown?: boolean;
}

/** Looks files up by the public key of a version and a name; undefined when the version is retired or has no such file. */
export type FindServedFile = (aid: string, name: string) => Promise<ServedFile | undefined>;

/** Files in the table `asset_file`. */
export function postgresServedFiles(database: Database): FindServedFile {
  return async (aid, name) => {
    const [row] = await database
      .select({ file: assetFile })
      .from(assetFile)
      .innerJoin(asset, eq(asset.id, assetFile.assetId))
      .where(and(eq(asset.aid, aid), eq(assetFile.name, name), isNull(asset.retiredAt)));
    if (!row) return undefined;
    const { contentType, byteSize, sha256, assetId } = row.file;
    return { blobKey: mediaKey(assetId, name), contentType, byteSize, sha256: hexOf(sha256) };
  };
}
