import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ffmpegCliTranscoder } from '@veza/tracks/ffmpeg';
import type { Transcoder } from '@veza/tracks/transcoder';
import type { LocalConfig } from './env.ts';
import { StartFailure } from '@veza/config';
import { nodeAvTranscoder } from './transcoder/node-av-transcoder.ts';

const program = (folder: string, name: string) => join(folder, process.platform === 'win32' ? `${name}.exe` : name);
const holdsFfmpeg = (folder: string) => existsSync(program(folder, 'ffmpeg')) && existsSync(program(folder, 'ffprobe'));

/** Absolute path of the first ffmpeg on the PATH that has its ffprobe beside it; undefined when there is none. */
export function findFfmpeg(path: string): string | undefined {
  const folder = path.split(delimiter).find((candidate) => candidate !== '' && holdsFfmpeg(candidate));
  return folder && program(folder, 'ffmpeg');
}

/** The configured ffmpeg, else the one on the PATH, else the decoder that comes with the packages, else none. */
export async function localTranscoder({ ffmpegPath }: LocalConfig, path: string): Promise<Transcoder | undefined> {
  if (ffmpegPath !== undefined && !holdsFfmpeg(dirname(ffmpegPath))) {
    throw new StartFailure(`VEZA_FFMPEG names ${ffmpegPath}, but ffmpeg and ffprobe are not both there`);
  }
  const ffmpeg = ffmpegPath ?? findFfmpeg(path);
  return ffmpeg === undefined ? nodeAvTranscoder() : ffmpegCliTranscoder(ffmpeg);
}
