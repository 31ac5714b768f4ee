import type { Readable } from 'node:stream';

/** What is known of a stored blob. */
export interface BlobHead {
  readonly byteSize: number;
  readonly contentType: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Inclusive byte positions, as HTTP ranges have them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes by key. Keys match `[a-z0-9/_.-]{1,512}` without `..`; no text of a request ever becomes a key. */
export interface BlobStore {
  /** All or nothing, readable at once, durable when it resolves. */
  put(key: string, source: Readable, options: { readonly contentType: string }): Promise<BlobHead>;
  /** The bytes, or undefined when there is no such blob. */
  get(key: string, options?: { readonly range?: ByteRange }): Promise<Readable | undefined>;
  head(key: string): Promise<BlobHead | undefined>;
  /** Succeeds also when there was nothing. */
  delete(key: string): Promise<void>;
  /** Keys under a prefix in byte order, after `cursor`, at most 1000 a call. */
  list(prefix: string, cursor?: string): Promise<{ readonly keys: readonly string[]; readonly cursor: string | undefined }>;
  copy(from: string, to: string): Promise<BlobHead>;
}
