import type { BlobStore } from '@veza/blobs';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Asset, AssetFiles, ServedFile } from '../../application/processing/ports.ts';
import { mediaKey, mediaPrefix, sourceKey } from './asset-blob-keys.ts';
import type { FilesystemUploadFiles } from '../upload/filesystem-upload-files.ts';
import { emptyFolder, openWorkFolder } from './work-folder.ts';

/** Where files of versions come from and go to. */
export interface BlobAssetFilesOptions {
  readonly blobs: BlobStore;
  readonly uploadFiles: FilesystemUploadFiles;
  /** Absolute; everything in it may be removed when nobody works. */
  readonly workFolder: string;
}

/** Files of versions, and the folder that is emptied before the first job. */
export interface BlobAssetFiles extends AssetFiles {
  /** Removes what jobs left that were killed. */
  clearWorkFolder(): Promise<void>;
}

const SOURCE_TYPE = 'application/octet-stream';
const contentOf = ({ content }: ServedFile): Readable =>
  'text' in content ? Readable.from([Buffer.from(content.text)]) : createReadStream(content.path);

/** Sources and served files in the blob store. */
export function blobAssetFiles({ blobs, uploadFiles, workFolder }: BlobAssetFilesOptions): BlobAssetFiles {
  /** Takes the source out of its upload; the file goes only when the blob is durable. */
  const keepSource = async ({ id, uploadId }: Pick<Asset, 'id' | 'uploadId'>) => {
    if (await blobs.head(sourceKey(id))) return;
    await blobs.put(sourceKey(id), createReadStream(uploadFiles.pathOf(uploadId)), { contentType: SOURCE_TYPE });
    await uploadFiles.remove(uploadId);
  };

  const removeAll = async (prefix: string) => {
    for (let page = await blobs.list(prefix); page.keys.length > 0; page = await blobs.list(prefix)) {
      for (const key of page.keys) await blobs.delete(key);
    }
  };

  return {
    async checkOut(asset) {
      await keepSource(asset);
      const source = await blobs.get(sourceKey(asset.id));
      if (!source) throw new Error(`the source of ${asset.id} is gone`);
      const folder = await openWorkFolder(workFolder);
      await pipeline(source, createWriteStream(folder.sourcePath, { mode: 0o600, flags: 'wx' }));
      return folder;
    },

    async putFile(assetId, file) {
      const { byteSize, sha256 } = await blobs.put(mediaKey(assetId, file.name), contentOf(file), { contentType: file.contentType });
      return { name: file.name, contentType: file.contentType, byteSize, sha256 };
    },

    async remove({ id, uploadId }) {
      await removeAll(mediaPrefix(id));
      await blobs.delete(sourceKey(id));
      await uploadFiles.remove(uploadId);
    },

    clearWorkFolder: () => emptyFolder(workFolder),
  };
}
