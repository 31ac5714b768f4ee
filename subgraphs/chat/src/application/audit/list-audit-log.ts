import type { Page, Slice } from '@veza/kernel';
import type { AuditEntry } from '../../domain/audit.ts';
import { can, type CommunityAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';
import type { AuditReader } from '../ports/audit.ts';

interface Dependencies {
  readonly audit: AuditReader;
  readonly access: AccessReader;
}

export type ListAuditLog = ReturnType<typeof listAuditLog>;

/** A community's audit log, newest first, without what happened in channels that the reader cannot see; empty without VIEW_AUDIT_LOG. */
export function listAuditLog({ audit, access: reader }: Dependencies) {
  return async (viewerId: UserId, access: CommunityAccess, slice: Slice<number>): Promise<Page<AuditEntry>> => {
    if (!can(access, 'VIEW_AUDIT_LOG')) return { items: [], hasNextPage: false, hasPreviousPage: false };
    const { id } = access.community;
    return audit.list(id, await reader.hiddenChannels(viewerId, id), slice);
  };
}
