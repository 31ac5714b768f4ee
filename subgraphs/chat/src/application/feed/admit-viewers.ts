import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import type { AccessReader } from '../ports/access.ts';

/** People in one question. */
export const MAX_VIEWERS = 1000;

/** Whether one person may follow a channel. */
export interface ViewerAdmission {
  readonly userId: UserId;
  readonly isAdmitted: boolean;
  /** Whether they may be given what was sent while they were away. */
  readonly readsHistory: boolean;
  /** Epoch of the permissions under which that was decided; 0 for those who are no members. */
  readonly accessEpoch: number;
  /** Why not; null when admitted. */
  readonly reason: StreamEndReason | null;
}

export type AdmitViewers = ReturnType<typeof admitViewers>;

/** Decides for at most 1,000 people at once who may follow a channel, in the order asked. One statement, and one more for those who may not. */
export function admitViewers({ access }: { readonly access: AccessReader }) {
  return async (channelId: ChannelId, userIds: readonly UserId[]): Promise<readonly ViewerAdmission[]> => {
    const found = await access.viewers(channelId, userIds);
    const outside = userIds.filter((userId) => !found.has(userId));
    const departures = outside.length === 0 ? new Map<UserId, StreamEndReason>() : await access.departures(channelId, outside);
    return userIds.map((userId) => decide(userId, found.get(userId), departures.get(userId)));
  };
}

function decide(userId: UserId, access: ChannelAccess | undefined, departure: StreamEndReason = 'LEFT'): ViewerAdmission {
  const isAdmitted = canView(access);
  return {
    userId,
    isAdmitted,
    readsHistory: isAdmitted && can(access, 'READ_HISTORY'),
    accessEpoch: access?.accessEpoch ?? 0,
    reason: isAdmitted ? null : access ? 'PERMISSION_CHANGED' : departure,
  };
}
