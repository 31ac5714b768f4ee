export { assertBlobKey, assertBlobPrefix } from './blob-key.ts';
export type { BlobHead, BlobStore, ByteRange } from './blob-store.ts';
export { rangeWithin } from './byte-range.ts';
