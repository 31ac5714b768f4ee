import type { Id } from '@veza/kernel';
import type { ChannelId } from './channel.ts';
import type { UserId } from './community.ts';

export type AuditId = Id<'audit'>;

/** What a community's audit log tells of, as the API spells it. */
export type AuditAction =
  | 'COMMUNITY_UPDATED'
  | 'COMMUNITY_TRANSFERRED'
  | 'COMMUNITY_DELETED'
  | 'CHANNEL_CREATED'
  | 'CHANNEL_UPDATED'
  | 'CHANNEL_MOVED'
  | 'CHANNEL_DELETED'
  | 'THREAD_CREATED'
  | 'THREAD_UPDATED'
  | 'THREAD_MEMBER_REMOVED'
  | 'WEBHOOK_CREATED'
  | 'WEBHOOK_UPDATED'
  | 'WEBHOOK_SECRET_CHANGED'
  | 'WEBHOOK_DELETED'
  | 'OVERWRITE_SET'
  | 'OVERWRITE_REMOVED'
  | 'ROLE_CREATED'
  | 'ROLE_UPDATED'
  | 'ROLE_MOVED'
  | 'ROLE_DELETED'
  | 'ROLE_ASSIGNED'
  | 'ROLE_UNASSIGNED'
  | 'INVITE_CREATED'
  | 'INVITE_REVOKED'
  | 'NICKNAME_SET'
  | 'MEMBER_KICKED'
  | 'MEMBER_BANNED'
  | 'MEMBER_UNBANNED'
  | 'MEMBER_TIMED_OUT'
  | 'TIME_OUT_LIFTED'
  | 'MESSAGE_DELETED'
  | 'MESSAGES_DELETED'
  | 'MESSAGE_PINNED'
  | 'MESSAGE_UNPINNED'
  | 'PARTY_HOST_CHANGED'
  | 'AUTO_MOD_RULE_CREATED'
  | 'AUTO_MOD_RULE_UPDATED'
  | 'AUTO_MOD_RULE_DELETED'
  | 'AUTO_MOD_HIT';

/** A value in the audit log: short, and never what somebody wrote in a message. */
export type AuditValue = string | number | boolean | null | readonly string[];

/** By field the value before and the value after. */
export type AuditChanges = Readonly<Record<string, readonly [before: AuditValue, after: AuditValue]>>;

/** One act of management about to be recorded. */
export interface AuditDraft {
  readonly action: AuditAction;
  /** Id of the role, channel, message or rule that it was done to; null when it was done to a person or to the community itself. */
  readonly subjectId: string | null;
  /** The person it was done to. */
  readonly userId: UserId | null;
  /** The channel it happened in: whoever cannot see it does not see the entry. */
  readonly channelId: ChannelId | null;
  readonly changes: AuditChanges;
}

/** One act of management as it stands in the log. */
export interface AuditEntry extends AuditDraft {
  readonly id: AuditId;
  /** Place in the community's log: from 1, without gaps. */
  readonly seq: number;
  readonly actorId: UserId;
  readonly reason: string | null;
  readonly occurredAt: Date;
}

/** An act with what it does not say left empty. */
export function auditDraft(action: AuditAction, said: Partial<Omit<AuditDraft, 'action'>> = {}): AuditDraft {
  return { action, subjectId: null, userId: null, channelId: null, changes: {}, ...said };
}

/** The fields that differ, with both values; undefined when none does. */
export function changesBetween<Fields extends Readonly<Record<string, AuditValue>>>(
  before: Fields,
  after: Fields,
): AuditChanges | undefined {
  const changed = Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((field) => [field, [before[field] ?? null, after[field] ?? null] as const]));
}
