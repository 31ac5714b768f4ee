import type { Id } from '@veza/kernel';

export type AttachmentId = Id<'attachment'>;
export type UploadId = Id<'upload'>;

/** A file that came with a message. */
export interface Attachment {
  readonly id: AttachmentId;
  /** As its sender called it: for display only. */
  readonly filename: string;
  /** By signature. */
  readonly contentType: string;
  readonly byteSize: number;
  /** Public key under which the media door serves it. */
  readonly aid: string;
  /** Pixels, upright; null for everything that is no picture. */
  readonly width: number | null;
  readonly height: number | null;
}
