import type { Page } from '@veza/kernel';
import type { AuditEntry } from '../../domain/audit.ts';
import { can, type CommunityAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { AuditReader } from '../ports/audit.ts';
import type { CommunityReader } from '../ports/community.ts';
import type { Slice } from '../slice.ts';
import type { ListChannels } from '../channel/list-channels.ts';

interface Dependencies {
  readonly audit: AuditReader;
  readonly communities: CommunityReader;
  readonly listChannels: ListChannels;
}

export type ListAuditLog = ReturnType<typeof listAuditLog>;

/** A community's audit log, newest first, without what happened in channels that the reader cannot see; empty without VIEW_AUDIT_LOG. */
export function listAuditLog({ audit, communities, listChannels }: Dependencies) {
  return async (viewerId: UserId, access: CommunityAccess, slice: Slice<number>): Promise<Page<AuditEntry>> => {
    if (!can(access, 'VIEW_AUDIT_LOG')) return { items: [], hasNextPage: false, hasPreviousPage: false };
    const { id } = access.community;
    const [all, visible] = await Promise.all([communities.channelsOf([id]), listChannels(viewerId, [id])]);
    const seen = new Set((visible[0] ?? []).map(({ channel }) => channel.id));
    const hidden = (all.get(id) ?? []).filter((channelId) => !seen.has(channelId));
    return audit.list(id, hidden, slice);
  };
}
