import type { Uuid } from '@veza/kernel';
import type { Channel, CommunityChannel } from './channel.ts';
import type { Community, RoleId } from './community.ts';
import type { Ranked } from './hierarchy.ts';
import { hasPermission, type Permission, type PermissionBits } from './permissions.ts';

/** A community as one of its members sees it. */
export interface CommunityAccess extends Ranked {
  readonly community: Community;
  /** Raised by every change of who may do what. */
  readonly accessEpoch: number;
  readonly joinedAt: Date;
  readonly nickname: string | null;
  /** The roles beyond the everyone-role. */
  readonly roleIds: readonly RoleId[];
  /** End of a time-out that has not ended yet. */
  readonly timedOutUntil: Date | null;
  /** Where the community's log stood when access was decided. */
  readonly head: Pick<LogHead, 'logEpoch' | 'lastSeq'>;
  /** What the member may do in the community as a whole. */
  readonly permissions: PermissionBits;
}

/** A channel and what one member of its community, or participant of the conversation, may do there, decided under `accessEpoch`. */
export interface ChannelAccess {
  readonly channel: Channel;
  readonly accessEpoch: number;
  readonly permissions: PermissionBits;
  /** The member's roles beyond the everyone-role. */
  readonly roleIds: readonly RoleId[];
  /** End of a time-out of the member that has not ended yet. */
  readonly timedOutUntil: Date | null;
  /** Whether the person is a member of it, where it is a thread. */
  readonly hasJoined?: boolean;
  /** Whether one of the two people of a direct conversation blocks the other, whichever. */
  readonly isBlocked: boolean;
  /** As it stood when access was decided, so before anything else of the channel is read; null for a channel without a log. */
  readonly head: LogHead | null;
}

/** A channel of a community and what one member may do there. */
export type CommunityChannelAccess = ChannelAccess & { readonly channel: CommunityChannel };

/** Where a channel's log ends. */
export interface LogHead {
  /** The numbering that all logs follow; entries of different epochs do not compare. */
  readonly logEpoch: Uuid;
  /** Number of the newest entry; 0 = empty. */
  readonly lastSeq: number;
  /** Messages so far, tombstones included. */
  readonly lastMessageNumber: number;
}

/** Whether the channel exists for this member at all. */
export function canView(access: ChannelAccess | undefined): access is ChannelAccess {
  return access !== undefined && hasPermission(access.permissions, 'VIEW_CHANNEL');
}

/** Whether the member may do that in the channel. */
export function can(access: ChannelAccess | CommunityAccess, permission: Permission): boolean {
  return hasPermission(access.permissions, permission);
}
