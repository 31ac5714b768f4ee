import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Upload } from 'tus-js-client';
import { UsageError } from './usage-error.ts';

/** Sizes in bytes of a file and of the upload that it is for. */
async function sizes(url: string, file: string): Promise<{ readonly given: number; readonly announced: number }> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`${file} is no file that can be read`);
  const answer = await fetch(url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }).catch(() => {
    throw new UsageError(`${url} cannot be reached; is Veza running, and is this the URL that createUpload answered?`);
  });
  if (!answer.ok) throw new UsageError(`${url} answers ${answer.status}: no such upload, or it is over; call createUpload for a new one`);
  return { given: found.size, announced: Number(answer.headers.get('upload-length')) };
}

/** `upload URL FILE`: sends a file to the address that `createUpload` answered, and goes on where an earlier try ended. */
export async function upload(words: readonly string[]): Promise<string> {
  const [url, file] = words;
  if (url === undefined || file === undefined) throw new UsageError('upload URL FILE');
  const { given, announced } = await sizes(url, file);
  if (given !== announced) throw new UsageError(`${file} has ${given} bytes, but the upload was announced with ${announced}`);
  await new Promise<void>((resolve, reject) => {
    new Upload(createReadStream(file), {
      uploadUrl: url,
      retryDelays: [500, 1_000, 3_000],
      onSuccess: () => resolve(),
      onError: (cause) => reject(new UsageError(`the upload broke off; call the command again, it goes on from there (${cause.message})`)),
    }).start();
  });
  return `${given} bytes sent`;
}
