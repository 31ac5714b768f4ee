import type { Clock, RandomBytes } from '@veza/kernel';
import { createChannel } from '../channel/create-channel.ts';
import { deleteChannel } from '../channel/delete-channel.ts';
import { moveChannel } from '../channel/move-channel.ts';
import { updateChannel } from '../channel/update-channel.ts';
import type { Management } from '../management/management.ts';
import type { AccessReader } from '../ports/access.ts';
import type { CommunityReader } from '../ports/community.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageReader } from '../ports/message.ts';
import type { RateTaker } from '../rates.ts';
import { createCommunity } from './create-community.ts';
import { createInvite } from './create-invite.ts';
import { deleteCommunity } from './delete-community.ts';
import { findCommunities } from './find-communities.ts';
import { findRoles } from './find-roles.ts';
import { joinCommunity } from './join-community.ts';
import { leaveCommunity } from './leave-community.ts';
import { listInvites } from './list-invites.ts';
import { previewInvite } from './preview-invite.ts';
import { revokeInvite } from './revoke-invite.ts';
import { transferCommunity } from './transfer-community.ts';
import { updateCommunity } from './update-community.ts';

interface Dependencies extends Management {
  readonly access: AccessReader;
  readonly communities: CommunityReader;
  readonly messages: MessageReader;
  readonly hints: ChannelHints;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** Communities, the ways into them, and their channels. */
export function communityUseCases(deps: Dependencies) {
  return {
    createCommunity: createCommunity(deps),
    updateCommunity: updateCommunity(deps),
    deleteCommunity: deleteCommunity(deps),
    transferCommunity: transferCommunity(deps),
    joinCommunity: joinCommunity(deps),
    leaveCommunity: leaveCommunity(deps),
    createInvite: createInvite(deps),
    revokeInvite: revokeInvite(deps),
    previewInvite: previewInvite(deps),
    listInvites: listInvites(deps),
    createChannel: createChannel(deps),
    updateChannel: updateChannel(deps),
    moveChannel: moveChannel(deps),
    deleteChannel: deleteChannel(deps),
    findCommunities: findCommunities(deps),
    findRoles: findRoles(deps),
  };
}

export type CommunityUseCases = ReturnType<typeof communityUseCases>;
