import type { Database } from '@veza/postgres';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { isShown, UNKNOWN_TYPE } from '../../domain/attachment/attachment-facts.ts';
import type { ServedFile } from '../stream/postgres-served-files.ts';
import { upload } from '../tables.ts';
import { hexOf } from '../upload/upload-row.ts';
import { attachmentKey } from './blob-attachment-files.ts';

/** A file that came with a message, as the media door serves it; undefined from the moment on in which it is released. */
export function postgresServedAttachments(database: Database): (aid: string) => Promise<ServedFile | undefined> {
  return async (aid) => {
    const isKept = and(eq(upload.aid, aid), inArray(upload.state, ['READY', 'CLAIMED']), isNull(upload.freedAt));
    const [row] = await database.select().from(upload).where(isKept);
    if (!row?.sha256) return undefined;
    const { filename, byteSize, sha256 } = row;
    const contentType = row.contentType ?? UNKNOWN_TYPE;
    return { blobKey: attachmentKey(aid), contentType, byteSize, sha256: hexOf(sha256), filename, isShown: isShown(contentType) };
  };
}
