export type { BlobHead, BlobStore, ByteRange } from './blob-store.ts';
