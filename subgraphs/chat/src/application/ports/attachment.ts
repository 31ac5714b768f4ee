import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { AttachmentId, UploadId } from '../../domain/message/attachment.ts';
import type { MessageId } from '../../domain/message/message.ts';

/** How an upload stands that a message is to carry. ABSENT: there is none, or it is somebody else's, meant for something else, or in use. */
export type UploadStanding = 'READY' | 'NOT_READY' | 'ABSENT';

/** Uploads for messages, as tracks tells of them. */
export interface UploadCatalogue {
  /** In the order asked. Waits up to 2 s for what is about to be complete. */
  standings(ownerId: UserId, uploadIds: readonly UploadId[]): Promise<readonly UploadStanding[]>;
}

/** Where attachments belong. Access is the caller's business. */
export interface AttachmentReader {
  /** The messages that carry them; absent ones have no entry. */
  messagesOf(ids: readonly AttachmentId[]): Promise<ReadonlyMap<AttachmentId, MessageId>>;
}

/** Signs the addresses of attachments. */
export interface AttachmentAddresses {
  /**
   * Absolute; the same for everybody in the channel within ten minutes, so that live events are written once. Valid for 50 to 60 minutes,
   * and only as long as the message stands.
   */
  urlOf(file: { readonly channelId: ChannelId; readonly aid: string }): Promise<string>;
}
