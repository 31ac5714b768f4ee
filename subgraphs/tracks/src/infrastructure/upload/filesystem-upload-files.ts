import type { Id } from '@veza/kernel';
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { UploadFiles } from '../../application/upload/ports.ts';
import { type FileFacts, type PixelSize, UNKNOWN_TYPE } from '../../domain/attachment/attachment-facts.ts';
import { AUDIO_FORMATS } from '../../domain/audio/audio-format.ts';
import { formatOf } from '../../domain/audio/sniff-audio.ts';
import { PICTURE_FORMATS } from '../../domain/picture/picture-format.ts';
import { sniffGif } from '../../domain/picture/sniff-gif.ts';
import { PICTURE_HEAD_BYTES, type PictureFacts, sniffPicture } from '../../domain/picture/sniff-picture.ts';

/** The bytes of uploads and where they lie. */
export interface FilesystemUploadFiles extends UploadFiles {
  readonly folder: string;
  pathOf(id: Id<'upload'>): string;
}

/** The hash of the first bytes of a file. */
export async function hashOfStart(path: string, byteSize: number): Promise<Hash> {
  const hash = createHash('sha256');
  if (byteSize === 0) return hash;
  for await (const chunk of createReadStream(path, { start: 0, end: byteSize - 1 })) hash.update(chunk as Buffer);
  return hash;
}

/** Bytes of a file at an offset, fewer at its end. */
export async function readAt(path: string, offset: number, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Makes what was written survive a loss of power. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The sides of a picture once it is turned upright: from 5 on, orientations lie on their side. */
function upright({ width, height, orientation }: PictureFacts): PixelSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** What a file is by its signature. Only heads are read: archives and documents stay closed. */
async function factsOf(path: string): Promise<FileFacts> {
  const audio = await formatOf((offset, length) => readAt(path, offset, length));
  if (audio) return { contentType: AUDIO_FORMATS[audio].contentType, pixels: null };
  const head = await readAt(path, 0, PICTURE_HEAD_BYTES);
  const picture = sniffPicture(head);
  if (picture) return { contentType: PICTURE_FORMATS[picture.format].contentType, pixels: upright(picture) };
  const gif = sniffGif(head);
  return gif ? { contentType: 'image/gif', pixels: gif } : { contentType: UNKNOWN_TYPE, pixels: null };
}

/** Uploads as files in one folder, each named by its id, readable by this process only. */
export function filesystemUploadFiles(folder: string): FilesystemUploadFiles {
  const pathOf = (id: Id<'upload'>) => join(folder, id);
  return {
    folder,
    pathOf,
    async create(id) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await (await open(pathOf(id), 'wx', 0o600)).close();
    },
    async byteSize(id) {
      return stat(pathOf(id)).then(
        ({ size }) => size,
        () => undefined,
      );
    },
    async inspect(id, knownSha256) {
      const path = pathOf(id);
      await syncFile(path);
      const sha256 = knownSha256 ?? (await hashOfStart(path, (await stat(path)).size)).digest('hex');
      return { sha256, ...(await factsOf(path)) };
    },
    async remove(id) {
      await rm(pathOf(id), { force: true });
    },
  };
}
