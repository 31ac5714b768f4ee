import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { PollDraft } from '../../domain/poll.ts';
import type { UploadId } from '../../domain/message/attachment.ts';
import type { MessageId, TrackMoment } from '../../domain/message/message.ts';

/** A message as its author wants it. */
export interface SendMessageCommand {
  readonly authorId: UserId;
  readonly channelId: ChannelId;
  /** Chosen by the client; the same again in this channel means the same message. */
  readonly nonce: string;
  readonly content: string;
  readonly replyToId: MessageId | null;
  readonly trackMoment: TrackMoment | null;
  /** What it asks; nothing when left out. */
  readonly poll?: PollDraft;
  /** Files in the order in which they are shown; none when left out. */
  readonly attachmentUploadIds?: readonly UploadId[];
}
