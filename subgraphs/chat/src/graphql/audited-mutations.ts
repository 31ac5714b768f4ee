import type { AuditAction } from '../domain/audit.ts';
import type { MutationResolvers } from './generated.ts';

/**
 * What each mutation writes into the audit log: exactly one entry when it changed something, none when it did not. Null: what everybody does
 * for themselves. A new mutation without an answer does not compile.
 */
export const AUDITED_MUTATIONS = {
  updateCommunity: ['COMMUNITY_UPDATED'],
  transferCommunity: ['COMMUNITY_TRANSFERRED'],
  deleteCommunity: ['COMMUNITY_DELETED'],
  createChannel: ['CHANNEL_CREATED'],
  updateChannel: ['CHANNEL_UPDATED'],
  moveChannel: ['CHANNEL_MOVED'],
  deleteChannel: ['CHANNEL_DELETED'],
  setChannelOverwrite: ['OVERWRITE_SET'],
  removeChannelOverwrite: ['OVERWRITE_REMOVED'],
  createRole: ['ROLE_CREATED'],
  updateRole: ['ROLE_UPDATED'],
  moveRole: ['ROLE_MOVED'],
  deleteRole: ['ROLE_DELETED'],
  assignRole: ['ROLE_ASSIGNED'],
  unassignRole: ['ROLE_UNASSIGNED'],
  createInvite: ['INVITE_CREATED'],
  revokeInvite: ['INVITE_REVOKED'],
  setNickname: ['NICKNAME_SET'],
  kickMember: ['MEMBER_KICKED'],
  banMember: ['MEMBER_BANNED'],
  unbanMember: ['MEMBER_UNBANNED'],
  timeOutMember: ['MEMBER_TIMED_OUT'],
  liftTimeOut: ['TIME_OUT_LIFTED'],
  deleteMessage: ['MESSAGE_DELETED'],
  bulkDeleteMessages: ['MESSAGES_DELETED'],
  pinMessage: ['MESSAGE_PINNED', 'MESSAGE_UNPINNED'],
  syncPlayback: ['PARTY_HOST_CHANGED'],
  createAutoModRule: ['AUTO_MOD_RULE_CREATED'],
  updateAutoModRule: ['AUTO_MOD_RULE_UPDATED'],
  deleteAutoModRule: ['AUTO_MOD_RULE_DELETED'],
  createCommunity: null,
  joinCommunity: null,
  leaveCommunity: null,
  sendMessage: null,
  editMessage: null,
  addReaction: null,
  removeReaction: null,
  markChannelRead: null,
} as const satisfies Readonly<Record<keyof MutationResolvers, readonly AuditAction[] | null>>;
