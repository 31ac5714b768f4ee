import type { BlobStore } from '@veza/blobs';
import { IMAGE_SIZES, type ImageSize } from '@veza/kernel';
import { createReadStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageFile, PictureFiles } from '../../application/picture/ports.ts';
import { emptyFolder, openWorkFolder } from '../processing/work-folder.ts';
import { type FilesystemUploadFiles, readAt } from '../upload/filesystem-upload-files.ts';

/** Where pictures come from and go to. */
export interface BlobPictureFilesOptions {
  readonly blobs: BlobStore;
  readonly uploadFiles: FilesystemUploadFiles;
  /** Absolute; it is emptied before the first picture. */
  readonly workFolder: string;
}

/** Files of pictures, and the folder that is emptied before the first one. */
export interface BlobPictureFiles extends PictureFiles {
  /** Removes what a process left that was killed. */
  clearWorkFolder(): Promise<void>;
}

/** Media type of every picture that is served. */
export const PICTURE_TYPE = 'image/jpeg';

/** Where a size of a picture lies. Both parts come from our own rows. */
export const pictureKey = (imageId: string, size: ImageSize): string => `img/${imageId}/${size}.jpg`;

/** Pictures in the blob store. */
export function blobPictureFiles({ blobs, uploadFiles, workFolder }: BlobPictureFilesOptions): BlobPictureFiles {
  return {
    async checkOut(source) {
      const { sourcePath, outputFolder, remove } = await openWorkFolder(workFolder);
      await copyFile('path' in source ? source.path : uploadFiles.pathOf(source.uploadId), sourcePath);
      return { sourcePath, outputFolder, remove, readHead: (length) => readAt(sourcePath, 0, length) };
    },

    async keep(id, { outputFolder }) {
      const files: ImageFile[] = [];
      for (const size of IMAGE_SIZES) {
        const source = createReadStream(join(outputFolder, `${size}.jpg`));
        const { byteSize, sha256 } = await blobs.put(pictureKey(id, size), source, { contentType: PICTURE_TYPE });
        files.push({ size, byteSize, sha256 });
      }
      return { id, files };
    },

    async remove(imageId) {
      for (const size of IMAGE_SIZES) await blobs.delete(pictureKey(imageId, size));
    },

    clearWorkFolder: () => emptyFolder(workFolder),
  };
}
