import { FileStore } from '@tus/file-store';
import { Upload as TusUpload } from '@tus/server';
import type { Id } from '@veza/kernel';
import type { Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CompleteUpload } from '../../application/upload/complete-upload.ts';
import type { EndUpload } from '../../application/upload/end-upload.ts';
import type { UploadReader } from '../../application/upload/ports.ts';
import { IDLE_UPLOAD_MS, type Upload, uploadExpiry } from '../../domain/upload.ts';
import { type FilesystemUploadFiles, hashOfStart } from './filesystem-upload-files.ts';

/** What the store stands on. */
export interface TusUploadStoreOptions {
  readonly files: FilesystemUploadFiles;
  readonly uploads: UploadReader;
  readonly completeUpload: CompleteUpload;
  readonly endUpload: EndUpload;
  readonly nowMs: () => number;
}

/** A refusal in the form that the tus server passes on. */
interface TusRefusal {
  readonly status_code: number;
  readonly body: string;
}

const refusal = (status: number): TusRefusal => ({ status_code: status, body: '' });
const NOT_FOUND = refusal(404);
const GONE = refusal(410);
const FINISHED = refusal(409);
const DISK_FULL = refusal(507);
const CUT_OFF = refusal(400);
/** Received bytes are noted at most once in this time. */
const NOTE_INTERVAL_MS = 1_000;
/** Uploads whose running hash is kept; the hash of any other is found again from its file. */
const KEPT_HASHES = 1_000;

const isDiskFull = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
const isOpen = ({ state }: Upload) => state === 'PENDING' || state === 'RECEIVING';
const idOf = (fileId: string) => fileId as Id<'upload'>;

/**
 * The tus file store on our own rows: they hold length, owner and end, and the file's size is the offset. Its SHA-256 is found while the bytes
 * arrive. The tus server holds a lock on the upload around every call.
 */
export class TusUploadStore extends FileStore {
  readonly #options: TusUploadStoreOptions;
  /** Hashes of the bytes so far, by upload; valid at one offset. */
  readonly #hashes = new Map<string, { readonly hash: Hash; readonly offset: number }>();

  constructor(options: TusUploadStoreOptions) {
    const nothing = () => Promise.resolve();
    super({ directory: options.files.folder, configstore: { get: () => Promise.resolve(undefined), set: nothing, delete: nothing } });
    this.#options = options;
    this.extensions = ['expiration', 'termination'];
  }

  /** Milliseconds that the tus server adds to `creation_date`. */
  override getExpiration(): number {
    return IDLE_UPLOAD_MS;
  }

  /** A file that is all there but was never closed, because the process died, is closed now. */
  override async getUpload(fileId: string): Promise<TusUpload> {
    const { uploads, files, completeUpload } = this.#options;
    const upload = (await uploads.findMany([idOf(fileId)])).get(idOf(fileId));
    if (!upload) throw NOT_FOUND;
    if (upload.state === 'EXPIRED' || upload.state === 'REFUSED') throw GONE;
    const offset = isOpen(upload) ? await files.byteSize(upload.id) : upload.byteSize;
    if (offset === undefined) throw GONE;
    if (isOpen(upload) && offset === upload.byteSize) await completeUpload(upload.id);
    // The tus server counts the end from a creation date; ours moves with every byte.
    const creationDate = new Date(upload.expiresAt.getTime() - IDLE_UPLOAD_MS).toISOString();
    return new TusUpload({ id: fileId, size: upload.byteSize, offset, creation_date: creationDate });
  }

  override async write(readable: Readable, fileId: string, offset: number): Promise<number> {
    const id = idOf(fileId);
    const path = this.#options.files.pathOf(id);
    const hash = await this.#hashAt(fileId, offset);
    this.#hashes.delete(fileId);
    let received = offset;
    const note = this.#progressNote(id);
    const tap = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        received += chunk.byteLength;
        note(received);
        done(null, chunk);
      },
    });
    try {
      await pipeline(readable, tap, createWriteStream(path, { flags: 'r+', start: offset }));
    } catch (error) {
      await this.#record(id, (await this.#options.files.byteSize(id)) ?? offset);
      throw isDiskFull(error) ? DISK_FULL : CUT_OFF;
    }
    this.#keepHash(fileId, hash, received);
    await this.#record(id, received);
    return received;
  }

  override async remove(fileId: string): Promise<void> {
    const upload = (await this.#options.uploads.findMany([idOf(fileId)])).get(idOf(fileId));
    if (!upload) throw NOT_FOUND;
    if (upload.state === 'CLAIMED') throw FINISHED;
    this.#hashes.delete(fileId);
    await this.#options.endUpload(upload.id);
  }

  /** Closes an upload of which the tus server has the last byte. */
  async finish(fileId: string): Promise<void> {
    const known = this.#hashes.get(fileId);
    this.#hashes.delete(fileId);
    await this.#options.completeUpload(idOf(fileId), known?.hash.digest('hex'));
  }

  /** When an upload ends if nothing more arrives; undefined when it is over. */
  async expiryOf(id: Id<'upload'>): Promise<Date | undefined> {
    const upload = (await this.#options.uploads.findMany([id])).get(id);
    return upload && isOpen(upload) ? upload.expiresAt : undefined;
  }

  async #hashAt(fileId: string, offset: number): Promise<Hash> {
    const known = this.#hashes.get(fileId);
    return known?.offset === offset ? known.hash : hashOfStart(this.#options.files.pathOf(idOf(fileId)), offset);
  }

  #keepHash(fileId: string, hash: Hash, offset: number): void {
    this.#hashes.set(fileId, { hash, offset });
    const [oldest] = this.#hashes.keys();
    if (this.#hashes.size > KEPT_HASHES && oldest !== undefined) this.#hashes.delete(oldest);
  }

  async #record(id: Id<'upload'>, receivedBytes: number): Promise<void> {
    const { uploads, nowMs } = this.#options;
    const upload = (await uploads.findMany([id])).get(id);
    if (upload) await uploads.recordProgress(id, receivedBytes, uploadExpiry(upload.createdAt, new Date(nowMs())));
  }

  /** A note that is missed is made up for by the next, and by the one at the end of the request. */
  #progressNote(id: Id<'upload'>): (receivedBytes: number) => void {
    let notedAtMs = this.#options.nowMs();
    return (receivedBytes) => {
      if (this.#options.nowMs() - notedAtMs < NOTE_INTERVAL_MS) return;
      notedAtMs = this.#options.nowMs();
      this.#record(id, receivedBytes).catch(() => undefined);
    };
  }
}
