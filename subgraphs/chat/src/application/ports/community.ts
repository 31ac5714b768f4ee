import type { CommunityAccess } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { Community, CommunityId, Role, UserId } from '../../domain/community.ts';
import type { Invite, InvitePreview } from '../../domain/invite.ts';
import type { Page, Slice } from '@veza/kernel';

/** Communities and what belongs to them. Access is the caller's business, except where a viewer is named. */
export interface CommunityReader {
  findIdBySlug(slug: string): Promise<CommunityId | undefined>;
  /** Communities of a person by the time of joining. */
  listJoined(viewerId: UserId, slice: Slice<JoinPlace<CommunityId>>): Promise<Page<CommunityAccess>>;
  /** Channels of each community, by position, without threads. */
  channelsOf(communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, readonly ChannelId[]>>;
  /** Roles of each community, the everyone-role first. */
  rolesOf(communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, readonly Role[]>>;
  /** Invites of a community that are neither expired nor used up, newest first. @param creatorId only those of this person */
  listInvites(communityId: CommunityId, now: Date, creatorId?: UserId): Promise<readonly Invite[]>;
  /** An invite that is neither expired nor used up, with what it leads to. */
  previewInvite(code: string, now: Date): Promise<InvitePreview | undefined>;
  /** The community of an invite, whatever its state. */
  communityOfInvite(code: string): Promise<CommunityId | undefined>;
}

/** Place in a list that is ordered by joining: the instant, then the id. */
export interface JoinPlace<Id extends string> {
  readonly joinedAt: Date;
  readonly id: Id;
}

/** Communities within one transaction. */
export interface CommunityWriter {
  /** False when the slug is taken. Makes the scope, the everyone-role and the owner's membership too. */
  create(community: Community, options: { readonly everyone: Role; readonly createdAt: Date }): Promise<boolean>;
  /** Locks the community's permissions, raises their epoch and answers the new one; undefined when there is no such community. */
  raiseEpoch(communityId: CommunityId): Promise<number | undefined>;
  /** Locks what the person owns and has joined, then counts it. */
  countOf(userId: UserId): Promise<{ readonly owned: number; readonly joined: number }>;
  isMember(communityId: CommunityId, userId: UserId): Promise<boolean>;
  /** Adds a member, whose read marks start at the present heads. */
  addMember(communityId: CommunityId, userId: UserId, joinedAt: Date): Promise<void>;
  /** Locks the community until the transaction ends and answers the epoch of its permissions; undefined when it is gone. */
  lock(communityId: CommunityId): Promise<number | undefined>;
  /** False when the slug is taken. */
  update(community: Community): Promise<boolean>;
  delete(communityId: CommunityId, deletedAt: Date): Promise<void>;
}

/** Invites within one transaction. */
export interface InviteWriter {
  create(invite: Invite, options: { readonly creatorId: UserId; readonly createdAt: Date }): Promise<void>;
  count(communityId: CommunityId): Promise<number>;
  /** The invite and who made it; undefined when there is none with this code in the community. */
  find(communityId: CommunityId, code: string): Promise<{ readonly invite: Invite; readonly creatorId: UserId } | undefined>;
  delete(code: string): Promise<void>;
  /** Community of an invite that is neither expired nor used up. */
  findOpen(code: string, now: Date): Promise<CommunityId | undefined>;
  /** Takes one use; false when it expired or was used up meanwhile. */
  use(code: string, now: Date): Promise<boolean>;
}
