export { type FilesystemBlobStore, filesystemBlobStore, type FilesystemBlobStoreOptions } from './filesystem-blob-store.ts';
