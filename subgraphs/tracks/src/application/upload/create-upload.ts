import { type Clock, err, type Id, type NewId, ok, type Result } from '@veza/kernel';
import {
  isSha256,
  type Upload,
  type UploadLimits,
  type UploadPurpose,
  uploadExpiry,
  type UploadProblem,
  uploadProblem,
} from '../../domain/upload.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { CompleteUpload } from './complete-upload.ts';
import type { UploadFiles } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly files: UploadFiles;
  readonly completeUpload: CompleteUpload;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: UploadLimits;
}

/** What somebody announces. */
export interface CreateUploadCommand {
  readonly ownerId: Id<'user'>;
  readonly purpose: UploadPurpose;
  readonly filename: string;
  readonly byteSize: number;
  readonly contentType: string;
  readonly sha256: string | undefined;
}

type Failure = { readonly code: UploadProblem | 'INVALID'; readonly path: readonly string[] };
export type CreateUpload = ReturnType<typeof createUpload>;

const MAX_CONTENT_TYPE = 255;
const PATHS: Readonly<Record<UploadProblem, readonly string[]>> = {
  INVALID_FILENAME: ['filename'],
  UPLOAD_TOO_LARGE: ['byteSize'],
  QUOTA_EXCEEDED: ['byteSize'],
  TOO_MANY_UPLOADS: [],
};

function malformed({ contentType, sha256 }: CreateUploadCommand): Failure | undefined {
  if (contentType.length > MAX_CONTENT_TYPE) return { code: 'INVALID', path: ['contentType'] };
  return sha256 !== undefined && !isSha256(sha256) ? { code: 'INVALID', path: ['sha256'] } : undefined;
}

/**
 * Announces a file. The announced bytes count against the person's quota from now on.
 * An empty file is complete at once, because tus clients have nothing to send of it.
 * Fails with INVALID, INVALID_FILENAME, UPLOAD_TOO_LARGE, TOO_MANY_UPLOADS, QUOTA_EXCEEDED.
 */
export function createUpload({ unitOfWork, files, completeUpload, clock, newId, limits }: Dependencies) {
  return async (command: CreateUploadCommand): Promise<Result<Upload, Failure>> => {
    const problem = malformed(command);
    if (problem) return err(problem);
    const createdAt = clock();
    const upload: Upload = {
      id: newId('upload'),
      ownerId: command.ownerId,
      purpose: command.purpose,
      filename: command.filename,
      byteSize: command.byteSize,
      receivedBytes: 0,
      state: 'PENDING',
      createdAt,
      expiresAt: uploadExpiry(createdAt, createdAt),
      announcedSha256: command.sha256?.toLowerCase() ?? null,
      refusalCode: null,
      imageId: null,
      contentType: null,
      aid: null,
      width: null,
      height: null,
      revision: 1,
    };
    const made = await unitOfWork(async ({ uploads }): Promise<Result<Upload, Failure>> => {
      const code = uploadProblem(upload, await uploads.lockUse(upload.ownerId), limits);
      if (code) return err({ code, path: PATHS[code] });
      await uploads.insert(upload);
      return ok(upload);
    });
    if (!made.ok) return made;
    await files.create(upload.id);
    return upload.byteSize === 0 ? ok((await completeUpload(upload.id)) ?? upload) : made;
  };
}
