import type { Page, Slice } from '@veza/kernel';
import type { AuditDraft, AuditEntry, AuditId } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';

/** What goes with every act of management. */
export interface ActCircumstances {
  readonly id: AuditId;
  readonly communityId: CommunityId;
  readonly actorId: UserId;
  readonly reason: string | null;
  readonly occurredAt: Date;
}

/** The audit log within one transaction. */
export interface AuditWriter {
  /** Appends an entry and the fact for the installation's own log. */
  record(draft: AuditDraft, circumstances: ActCircumstances): Promise<void>;
}

/** The audit logs of communities. Access is the caller's business. */
export interface AuditReader {
  /** Newest first, without what happened in the hidden channels. */
  list(communityId: CommunityId, hidden: readonly ChannelId[], slice: Slice<number>): Promise<Page<AuditEntry>>;
}
