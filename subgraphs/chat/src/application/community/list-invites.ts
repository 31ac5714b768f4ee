import type { Clock } from '@veza/kernel';
import { can, type CommunityAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { Invite } from '../../domain/invite.ts';
import type { CommunityReader } from '../ports/community.ts';

interface Dependencies {
  readonly communities: CommunityReader;
  readonly clock: Clock;
}

/** Open invites of a community, newest first: all with MANAGE_COMMUNITY, else the member's own. */
export function listInvites({ communities, clock }: Dependencies) {
  return (viewerId: UserId, access: CommunityAccess): Promise<readonly Invite[]> =>
    communities.listInvites(access.community.id, clock(), can(access, 'MANAGE_COMMUNITY') ? undefined : viewerId);
}
