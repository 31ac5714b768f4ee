import type { Id } from '@veza/kernel';
import type { PixelSize } from '../../domain/attachment/attachment-facts.ts';
import type { Upload, UploadRefusalCode, UploadUse } from '../../domain/upload.ts';

/** What is known once all bytes are there. */
export interface CompletedUpload {
  /** Lower-case hex. */
  readonly sha256: string;
  /** By signature; `application/octet-stream` when it is none that we know. */
  readonly contentType: string;
  /** Upright; null for everything that is no picture. */
  readonly pixels: PixelSize | null;
}

/** Uploads inside a transaction. */
export interface UploadRepository {
  /** What a person's uploads add up to. Locks the person, so that two announcements are counted one after the other. */
  lockUse(ownerId: Id<'user'>): Promise<UploadUse>;
  insert(upload: Upload): Promise<void>;
  /** The row, locked; undefined when there is none. */
  lock(id: Id<'upload'>): Promise<Upload | undefined>;
  /** `upload.imageId` names a picture that is there, `upload.aid` a file that is kept. */
  markReady(upload: Upload, sha256: string): Promise<void>;
  markRefused(upload: Upload, completed: CompletedUpload, code: UploadRefusalCode): Promise<void>;
  markClaimed(upload: Upload): Promise<void>;
  /** Its bytes are gone: it no longer counts against the quota. A claimed one stays claimed, all others end as EXPIRED. */
  markFreed(id: Id<'upload'>, at: Date): Promise<void>;
}

/** Uploads as they are read. */
export interface UploadReader {
  /** Any number of uploads in one statement, by id. */
  findMany(ids: readonly Id<'upload'>[]): Promise<ReadonlyMap<Id<'upload'>, Upload>>;
  /** Notes bytes that arrived; never lowers the count. */
  recordProgress(id: Id<'upload'>, receivedBytes: number, expiresAt: Date): Promise<void>;
  /** Uploads whose time is over, at most `limit`. */
  findDue(now: Date, limit: number): Promise<readonly Id<'upload'>[]>;
}

/** The bytes of uploads, on this machine until somebody uses them. */
export interface UploadFiles {
  /** Makes an empty file. */
  create(id: Id<'upload'>): Promise<void>;
  /** Bytes that are there; undefined when there is no file. */
  byteSize(id: Id<'upload'>): Promise<number | undefined>;
  /** Hash and type of the whole file. @param knownSha256 when it was found while the bytes arrived; else the file is read once more */
  inspect(id: Id<'upload'>, knownSha256?: string): Promise<CompletedUpload>;
  /** Succeeds also when there was nothing. */
  remove(id: Id<'upload'>): Promise<void>;
}

/** Makes and checks the addresses of uploads; each is a capability. */
export interface UploadAddress {
  /** Absolute. */
  urlOf(id: Id<'upload'>): string;
}
