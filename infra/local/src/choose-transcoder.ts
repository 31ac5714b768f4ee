import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where ffmpeg is: the configured path, else the first one on the PATH; undefined when there is none. */
export function findFfmpeg(configured: string | undefined, path: string): string | undefined {
  if (configured !== undefined) return configured;
  return path
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'))
    .find((candidate) => existsSync(candidate));
}
