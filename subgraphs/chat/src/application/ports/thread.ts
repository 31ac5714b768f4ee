import type { Page, Slice } from '@veza/kernel';
import type { CommunityChannel, ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { Thread } from '../../domain/thread.ts';
import type { JoinPlace } from './community.ts';

/** A channel that is a thread. */
export type ThreadChannel = CommunityChannel & { readonly thread: Thread };

/** Place in a list of threads. */
export interface ThreadPlace {
  readonly createdAt: Date;
  readonly id: ChannelId;
}

/** Which threads of one channel are listed, and for whom. */
export interface ThreadListing {
  readonly parentId: ChannelId;
  readonly viewerId: UserId;
  /** Whether private threads are listed that the viewer is no member of. */
  readonly seesAllPrivate: boolean;
  readonly isArchived: boolean;
  readonly now: Date;
}

/** Threads. Access is the caller's business, but for private threads in a list. */
export interface ThreadReader {
  /** Newest first. */
  list(listing: ThreadListing, slice: Slice<ThreadPlace>): Promise<Page<ThreadPlace>>;
  /** By the time of joining. */
  listMembers(threadId: ChannelId, slice: Slice<JoinPlace<UserId>>): Promise<Page<JoinPlace<UserId>>>;
  /** Threads of these channels, archived ones included: of private ones those that the viewer has joined, or all where they see all. */
  idsIn(
    viewerId: UserId,
    parents: { readonly all: readonly ChannelId[]; readonly seeingAllPrivate: readonly ChannelId[] },
  ): Promise<readonly ChannelId[]>;
}

/** What changes in a thread; undefined = as it is. */
export interface ThreadUpdate {
  readonly name: string;
  readonly isLocked: boolean;
  readonly archiveAfterSeconds: number;
  /** True archives it now, false opens it again. */
  readonly isArchived: boolean | undefined;
  readonly at: Date;
}

/** Threads within one transaction. */
export interface ThreadWriter {
  /** The thread that grew from a message and was not deleted. */
  findGrown(parentId: ChannelId, messageId: MessageId): Promise<ChannelId | undefined>;
  /** Threads of a community that are not archived. */
  countActive(communityId: CommunityId, now: Date): Promise<number>;
  create(thread: ThreadChannel, createdAt: Date): Promise<void>;
  update(threadId: ChannelId, update: ThreadUpdate): Promise<void>;
  /** Makes somebody a member, whose unread messages count from the next one on. FULL: there are `limit` members already. */
  addMember(
    threadId: ChannelId,
    userId: UserId,
    options: { readonly at: Date; readonly limit: number },
  ): Promise<'ADDED' | 'PRESENT' | 'FULL'>;
  /** False when the person was no member. */
  removeMember(threadId: ChannelId, userId: UserId): Promise<boolean>;
}
