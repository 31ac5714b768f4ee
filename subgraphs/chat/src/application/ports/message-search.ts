import type { Page, Slice } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';

/** What else messages must be to be found; what is undefined does not matter. */
export interface MessageSearchFilter {
  readonly authorId?: UserId | undefined;
  readonly mentionsUserId?: UserId | undefined;
  readonly hasAttachment?: boolean | undefined;
  readonly hasLink?: boolean | undefined;
  readonly hasTrackMoment?: boolean | undefined;
  readonly isPinned?: boolean | undefined;
  /** The first instant that counts. */
  readonly since?: Date | undefined;
  /** The first instant that no longer counts. */
  readonly until?: Date | undefined;
}

/** What is looked for, and where. */
export interface MessageSearchQuery {
  /** Words in any language, as people write them: `"a phrase"`, `or`, `-without`. Never refused. */
  readonly text: string;
  /** Where the person who asks may read; nothing else is looked at. */
  readonly channelIds: readonly ChannelId[];
  readonly filter: MessageSearchFilter;
}

/** Where more hits are only said to be many. */
export const MAX_COUNTED_HITS = 10_000;

/**
 * Messages by their words, without regard to case. What was sent or edited a moment ago is found, and as it is now; what was deleted is not.
 * A search that takes longer than 2 seconds is given up with an error that stands for OPERATION_TIMEOUT.
 */
export interface MessageSearch {
  /** Hits, newest first; those of one millisecond in no particular order. */
  find(query: MessageSearchQuery, slice: Slice<MessageId>): Promise<Page<MessageView>>;
  /** How many hits there are, at most 10,000. */
  count(query: MessageSearchQuery): Promise<number>;
}
