import { execFile } from 'node:child_process';
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findTool } from '@veza/testing';

const run = promisify(execFile);

/** Arguments of ffmpeg that make each kind of file. */
const KINDS = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '128k', '-f', 'mp3'],
  flac: ['-c:a', 'flac', '-f', 'flac'],
  ogg: ['-c:a', 'libvorbis', '-f', 'ogg'],
  m4a: ['-c:a', 'aac', '-f', 'ipod'],
} as const;

/** Kinds of compressed files that tests can make. */
export type EncodedKind = keyof typeof KINDS;

/** Whether this machine can make them. */
export const canEncode = findTool('ffmpeg') !== undefined;

/** What an encoded file says of itself. */
export interface EncodedTags {
  readonly title?: string;
  /** A PNG. */
  readonly cover?: Buffer;
}

/** A WAV file as another kind of file. */
export async function encoded(wav: Buffer, kind: EncodedKind, { title, cover }: EncodedTags = {}): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'veza-encoded-'));
  try {
    await writeFile(join(folder, 'in.wav'), wav);
    await writeFile(join(folder, 'cover.png'), cover ?? '');
    const withCover = ['-i', join(folder, 'cover.png'), '-map', '0', '-map', '1', '-c:v', 'copy', '-disposition:v', 'attached_pic'];
    const withTitle = title === undefined ? [] : ['-metadata', `title=${title}`];
    await run('ffmpeg', [
      '-v',
      'error',
      '-i',
      join(folder, 'in.wav'),
      ...(cover ? withCover : []),
      ...withTitle,
      ...KINDS[kind],
      join(folder, 'out'),
    ]);
    return await readFile(join(folder, 'out'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
