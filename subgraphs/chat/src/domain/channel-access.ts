import type { Channel } from './channel.ts';
import type { Community } from './community.ts';
import { hasPermission, type Permission, type PermissionBits } from './permissions.ts';

/** A community as one of its members sees it. */
export interface CommunityAccess {
  readonly community: Community;
  /** Raised by every change of who may do what. */
  readonly accessEpoch: number;
  readonly joinedAt: Date;
  readonly nickname: string | null;
  /** What the member may do in the community as a whole. */
  readonly permissions: PermissionBits;
}

/** A channel and what one member of its community may do there, decided under `accessEpoch`. */
export interface ChannelAccess {
  readonly channel: Channel;
  readonly accessEpoch: number;
  readonly permissions: PermissionBits;
}

/** Whether the channel exists for this member at all. */
export function canView(access: ChannelAccess | undefined): access is ChannelAccess {
  return access !== undefined && hasPermission(access.permissions, 'VIEW_CHANNEL');
}

/** Whether the member may do that in the channel. */
export function can(access: ChannelAccess | CommunityAccess, permission: Permission): boolean {
  return hasPermission(access.permissions, permission);
}
