import type { InferSelectModel } from 'drizzle-orm';
import type { Upload } from '../../domain/upload.ts';
import type { upload } from '../tables.ts';

/** Bytes as lower-case hex. */
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Hex as bytes. */
export const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

/** An upload from its row. */
export function uploadOf(row: InferSelectModel<typeof upload>): Upload {
  return {
    id: row.id,
    ownerId: row.ownerId,
    purpose: row.purpose,
    filename: row.filename,
    byteSize: row.byteSize,
    receivedBytes: row.receivedBytes,
    state: row.state,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    announcedSha256: row.announcedSha256 === null ? null : hexOf(row.announcedSha256),
    refusalCode: row.refusalCode,
    imageId: row.imageId,
    contentType: row.contentType,
    aid: row.aid,
    width: row.width,
    height: row.height,
    revision: row.revision,
  };
}
