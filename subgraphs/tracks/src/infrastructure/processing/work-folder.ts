import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { WorkFolder, WrittenFile, WrittenSegment } from '../../application/processing/ports.ts';
import { segmentTiming } from '../../domain/stream/cmaf-segment.ts';
import { BrokenLadder } from '../../domain/stream/rendition.ts';
import { formatOf } from '../../domain/audio/sniff-audio.ts';
import { readAt } from '../upload/filesystem-upload-files.ts';

const SOURCE_NAME = 'in.bin';

/** A tool that ends well and leaves nothing has not done its work. */
async function writtenFile(path: string): Promise<WrittenFile> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new BrokenLadder(`${basename(path)} was not written`);
  return { path, byteSize: found.size };
}

async function writtenSegment(path: string): Promise<WrittenSegment> {
  const bytes = await readFile(path);
  try {
    return { path, byteSize: bytes.byteLength, timing: segmentTiming(bytes) };
  } catch (error) {
    throw new BrokenLadder(`${basename(path)} is no segment`, { cause: error });
  }
}

/** Makes a folder that only this process reads, without anything in it. */
export async function emptyFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/**
 * A fresh folder with one part for the source, which is alone in it, and one for the output; both readable by this process only.
 * A tool that is tricked into reading its neighbours finds none.
 */
export async function openWorkFolder(root: string): Promise<WorkFolder> {
  const folder = join(root, randomUUID());
  const outputFolder = join(folder, 'out');
  const sourcePath = join(folder, 'in', SOURCE_NAME);
  await mkdir(join(folder, 'in'), { recursive: true, mode: 0o700 });
  await mkdir(outputFolder, { mode: 0o700 });
  return {
    sourcePath,
    outputFolder,
    sourceFormat: () => formatOf((offset, length) => readAt(sourcePath, offset, length)),
    async readRung(index) {
      const isOfRung = new RegExp(`^${index}-\\d{5,}\\.m4s$`);
      const names = (await readdir(outputFolder)).filter((name) => isOfRung.test(name)).toSorted();
      const segments: WrittenSegment[] = [];
      for (const name of names) segments.push(await writtenSegment(join(outputFolder, name)));
      return { init: await writtenFile(join(outputFolder, `${index}-init.mp4`)), segments };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
