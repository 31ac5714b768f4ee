import type { Id } from '@veza/kernel';
import type { Permission, PermissionBits } from './permissions.ts';

export type CommunityId = Id<'community'>;
export type RoleId = Id<'role'>;
export type UserId = Id<'user'>;

/** A group of people with channels. Private: to everybody outside it does not exist. */
export interface Community {
  readonly id: CommunityId;
  readonly name: string;
  /** Unique whatever the case. */
  readonly slug: string;
  readonly description: string | null;
  readonly ownerId: UserId;
  readonly memberCount: number;
}

/** A named set of permissions. The everyone-role has the community's uuid, position 0 and belongs to every member. */
export interface Role {
  readonly id: RoleId;
  readonly communityId: CommunityId;
  readonly name: string;
  readonly position: number;
  /** `#rrggbb`; null without a colour of its own. */
  readonly color: string | null;
  readonly permissions: PermissionBits;
}

/** Somebody's place in a community. */
export interface Member {
  readonly communityId: CommunityId;
  readonly userId: UserId;
  readonly nickname: string | null;
  readonly joinedAt: Date;
  /** The everyone-role first. */
  readonly roles: readonly Role[];
  /** What the member may do in the community as a whole. */
  readonly permissions: readonly Permission[];
  /** End of a time-out that has not ended yet. */
  readonly timedOutUntil: Date | null;
}

/** Name of the role that every member has. */
export const EVERYONE_ROLE_NAME = 'everyone';

const SLUG = /^[a-z0-9-]{3,32}$/;

/** Whether a slug may stand in an address: 3 to 32 of a–z, 0–9 and the hyphen. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
