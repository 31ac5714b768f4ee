import type { Id } from '@veza/kernel';

/** The bytes of files that come with messages, once they are complete. */
export interface AttachmentFiles {
  /** Keeps the bytes of an upload under a public key. Repeatable. */
  keep(uploadId: Id<'upload'>, aid: string): Promise<void>;
  /** Succeeds also when there was nothing. */
  remove(aid: string): Promise<void>;
}
