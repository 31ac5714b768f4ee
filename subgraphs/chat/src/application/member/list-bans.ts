import type { Page, Slice } from '@veza/kernel';
import type { Ban } from '../../domain/ban.ts';
import { can, type CommunityAccess } from '../../domain/channel-access.ts';
import type { BanPlace, MemberReader } from '../ports/member.ts';

/** Bans of a community that have not ended, newest first; empty without BAN_MEMBERS. */
export function listBans({ members }: { readonly members: MemberReader }) {
  return async (access: CommunityAccess, slice: Slice<BanPlace>): Promise<Page<Ban>> =>
    can(access, 'BAN_MEMBERS') ? members.listBans(access.community.id, slice) : { items: [], hasNextPage: false, hasPreviousPage: false };
}
