import type { BlobStore } from '@veza/blobs';
import { createReadStream } from 'node:fs';
import type { AttachmentFiles } from '../../application/attachment/ports.ts';
import { UNKNOWN_TYPE } from '../../domain/attachment/attachment-facts.ts';
import type { FilesystemUploadFiles } from '../upload/filesystem-upload-files.ts';

/** Where an attachment lies. The key comes from our own row. */
export const attachmentKey = (aid: string): string => `att/${aid}`;

/** Attachments in the blob store, as they were sent: nobody opens them. */
export function blobAttachmentFiles(blobs: BlobStore, uploadFiles: FilesystemUploadFiles): AttachmentFiles {
  return {
    async keep(uploadId, aid) {
      if (await blobs.head(attachmentKey(aid))) return;
      await blobs.put(attachmentKey(aid), createReadStream(uploadFiles.pathOf(uploadId)), { contentType: UNKNOWN_TYPE });
    },
    async remove(aid) {
      await blobs.delete(attachmentKey(aid));
    },
  };
}
