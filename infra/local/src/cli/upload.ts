import { readFile } from 'node:fs/promises';
import { Upload } from 'tus-js-client';
import { UsageError } from './usage-error.ts';

/** `upload URL FILE`: sends a file to the address that `createUpload` answered, and goes on where an earlier try ended. */
export async function upload(words: readonly string[]): Promise<string> {
  const [url, file] = words;
  if (url === undefined || file === undefined) throw new UsageError('upload URL FILE');
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`${file} cannot be read`);
  });
  await new Promise<void>((resolve, reject) => {
    new Upload(bytes, { uploadUrl: url, retryDelays: [500, 1_000, 3_000], onSuccess: () => resolve(), onError: reject }).start();
  });
  return `${bytes.length} bytes sent`;
}
