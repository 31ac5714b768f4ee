import type { Id, Page, PageRequest, UnitOfWork } from '@veza/kernel';
import type { EventRecorder } from '@veza/messaging';
import type { SocialEvents } from '@veza/schema/events';
import type { Comment, CommentableId } from '../domain/comment.ts';
import type { Subject, SubjectId } from '../domain/subject.ts';

/** How many people do something with a subject. */
export interface SubjectCounts {
  readonly likes: number;
  readonly reposts: number;
  readonly comments: number;
}

/** How many people follow somebody, and are followed by them. */
export interface UserCounts {
  readonly followers: number;
  readonly following: number;
}

/** Things of other subgraphs, read from the projection; what it does not know is asked of the owner once. */
export interface SubjectDirectory {
  /** Subjects in the order of the ids; undefined for what does not exist. */
  findMany(ids: readonly SubjectId[]): Promise<readonly (Subject | undefined)[]>;
}

/** People, read from the projection; whom it does not know is asked of users once. */
export interface PersonDirectory {
  exists(userId: Id<'user'>): Promise<boolean>;
}

/** Who follows whom. The counters move in the same transaction, and only when a row did. */
export interface FollowRepository {
  countFollowing(userId: Id<'user'>): Promise<number>;
  /** Answers whether it is news. */
  add(followerId: Id<'user'>, followeeId: Id<'user'>, since: Date): Promise<boolean>;
  remove(followerId: Id<'user'>, followeeId: Id<'user'>): Promise<void>;
}

/** Who blocks whom, within one transaction. */
export interface BlockRepository {
  /** Puts everything between two people into one order until the transaction ends. */
  lock(oneId: Id<'user'>, otherId: Id<'user'>): Promise<void>;
  /** Whether one of the two blocks the other, whichever. */
  isBetween(oneId: Id<'user'>, otherId: Id<'user'>): Promise<boolean>;
  /** The number of this fact between the two; undefined when it is no news. */
  add(blockerId: Id<'user'>, blockedId: Id<'user'>, since: Date): Promise<number | undefined>;
  /** The number of this fact between the two; undefined when there was no block. */
  remove(blockerId: Id<'user'>, blockedId: Id<'user'>, since: Date): Promise<number | undefined>;
  count(blockerId: Id<'user'>): Promise<number>;
}

/** Who likes and who reposted what; setting twice is setting once. */
export interface ReactionRepository {
  like(subjectId: SubjectId, userId: Id<'user'>, since: Date): Promise<void>;
  unlike(subjectId: SubjectId, userId: Id<'user'>): Promise<void>;
  repost(subjectId: SubjectId, userId: Id<'user'>, repost: { readonly caption: string | null; readonly since: Date }): Promise<void>;
  undoRepost(subjectId: SubjectId, userId: Id<'user'>): Promise<void>;
}

/** What people said. */
export interface CommentRepository {
  /** In the order of the ids; tombstones included. */
  findMany(ids: readonly Id<'comment'>[]): Promise<readonly (Comment | undefined)[]>;
  add(comment: Comment): Promise<void>;
  /** Removes it, or leaves a tombstone when others replied. */
  remove(comment: Comment, deletedAt: Date): Promise<void>;
}

/** What one transaction of this subgraph can change. */
export interface SocialRepositories {
  readonly follows: FollowRepository;
  readonly blocks: BlockRepository;
  readonly reactions: ReactionRepository;
  readonly comments: CommentRepository;
  readonly events: EventRecorder<SocialEvents>;
}
export type SocialUnitOfWork = UnitOfWork<SocialRepositories>;

export type CommentSort = 'NEWEST' | 'POSITION_ASC';
export type CursorInvalid = { readonly code: 'CURSOR_INVALID' };

/** A list with what tells each item's place. */
export interface Listed<Item> extends Page<Item> {
  cursorOf(item: Item): string;
}

/** Somebody who is blocked, and since when. */
export interface BlockedPerson {
  readonly id: Id<'user'>;
  readonly since: Date;
}

/** Reads for pages and counts; each answers any number of ids in one statement. */
export interface SocialReads {
  subjectCounts(ids: readonly SubjectId[]): Promise<readonly SubjectCounts[]>;
  userCounts(ids: readonly Id<'user'>[]): Promise<readonly UserCounts[]>;
  liked(userId: Id<'user'>, ids: readonly SubjectId[]): Promise<readonly boolean[]>;
  reposted(userId: Id<'user'>, ids: readonly SubjectId[]): Promise<readonly boolean[]>;
  following(userId: Id<'user'>, ids: readonly Id<'user'>[]): Promise<readonly boolean[]>;
  blocking(userId: Id<'user'>, ids: readonly Id<'user'>[]): Promise<readonly boolean[]>;
  comments(ids: readonly Id<'comment'>[]): Promise<readonly (Comment | undefined)[]>;
  followersOf(userId: Id<'user'>, page: PageRequest): Promise<Listed<{ readonly id: Id<'user'>; readonly since: Date }> | CursorInvalid>;
  blockedBy(userId: Id<'user'>, page: PageRequest): Promise<Listed<BlockedPerson> | CursorInvalid>;
  commentsOn(subjectId: CommentableId, sort: CommentSort, page: PageRequest): Promise<Listed<Comment> | CursorInvalid>;
}

/** What a person may do how often. */
export type SocialAction = 'follow' | 'block' | 'like' | 'repost' | 'comment';
export type RateLimited = { readonly code: 'RATE_LIMITED'; readonly retryAfterMs: number };

/** Limits on how often a person acts. */
export interface SocialRates {
  /** Undefined when the person may act now. */
  take(action: SocialAction, userId: Id<'user'>): Promise<RateLimited | undefined>;
  /** Whether the person has sent this very text twice within ten minutes already. */
  isRepeated(userId: Id<'user'>, text: string): Promise<boolean>;
}
