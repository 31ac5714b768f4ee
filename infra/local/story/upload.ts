import { Upload } from 'tus-js-client';

/** How an upload went. */
export interface UploadReport {
  /** Bytes that had arrived when the line was cut on purpose. */
  readonly cutAtBytes: number;
}

/** Sends bytes to a tus resource with a stock client, cuts the line once half of them are there, and resumes. */
export async function uploadWithInterruption(url: string, bytes: Buffer): Promise<UploadReport> {
  const chunkSize = Math.ceil(bytes.length / 4);
  const cutAtBytes = await new Promise<number>((resolve, reject) => {
    const first = new Upload(bytes, {
      uploadUrl: url,
      chunkSize,
      retryDelays: null,
      onError: reject,
      onChunkComplete: (_chunkBytes, sent) => {
        if (sent < bytes.length / 2) return;
        first.abort().then(() => resolve(sent), reject);
      },
      onSuccess: () => reject(new Error('the upload ended before it could be interrupted')),
    });
    first.start();
  });
  await new Promise<void>((resolve, reject) => {
    new Upload(bytes, { uploadUrl: url, chunkSize, retryDelays: [200, 1000], onError: reject, onSuccess: () => resolve() }).start();
  });
  return { cutAtBytes };
}

/** Sends bytes to a tus resource with a stock client. */
export function upload(url: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(bytes, { uploadUrl: url, retryDelays: [200, 1000], onError: reject, onSuccess: () => resolve() }).start();
  });
}
