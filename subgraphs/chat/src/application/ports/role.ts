import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, Role, RoleId, UserId } from '../../domain/community.ts';
import type { ChannelOverwrite, OverwriteTarget } from '../../domain/overwrite.ts';
import type { PermissionBits } from '../../domain/permissions.ts';

/** Roles. Access is the caller's business. */
export interface RoleReader {
  findMany(roleIds: readonly RoleId[]): Promise<ReadonlyMap<RoleId, Role>>;
}

/** Roles within one transaction. The community is locked first. */
export interface RoleWriter extends RoleReader {
  /** All roles of the community, the everyone-role first. */
  list(communityId: CommunityId): Promise<readonly Role[]>;
  /** Puts a role just above the everyone-role, at position 1; the others move up. */
  insert(role: Role): Promise<void>;
  update(role: Role): Promise<void>;
  /** Moves a role to another position; those between make room. */
  move(role: Role, position: number): Promise<void>;
  /** Takes a role from its holders and from all channels; those above move down. */
  delete(role: Role): Promise<void>;
  /** False when the member has it already. */
  assign(communityId: CommunityId, userId: UserId, roleId: RoleId): Promise<boolean>;
  /** False when the member does not have it. */
  unassign(communityId: CommunityId, userId: UserId, roleId: RoleId): Promise<boolean>;
}

/** Overwrites of channels. */
export interface OverwriteReader {
  /** By channel, those for roles first; a channel without any has no entry. */
  find(channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, readonly ChannelOverwrite[]>>;
}

/** Overwrites within one transaction. The community is locked first. */
export interface OverwriteWriter extends OverwriteReader {
  /** Sets one overwrite in several channels. */
  set(
    channelIds: readonly ChannelId[],
    target: OverwriteTarget,
    bits: { readonly allow: PermissionBits; readonly deny: PermissionBits },
  ): Promise<void>;
  remove(channelIds: readonly ChannelId[], target: OverwriteTarget): Promise<void>;
  /** Channels of a category whose overwrites are exactly those of the category. */
  syncedWith(categoryId: ChannelId): Promise<readonly ChannelId[]>;
  /** Gives a channel without overwrites those of another. */
  copy(from: ChannelId, to: ChannelId): Promise<void>;
}
