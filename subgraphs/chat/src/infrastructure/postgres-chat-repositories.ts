import type { Clock, Uuid } from '@veza/kernel';
import { postgresOutbox, type Transaction } from '@veza/postgres';
import type { ChatEvents } from '@veza/schema/events';
import type { ChatRepositories } from '../application/ports/repositories.ts';
import { postgresAutoModWriter } from './auto-mod/postgres-auto-mod-rules.ts';
import { postgresAuditWriter } from './audit/postgres-audit-writer.ts';
import { postgresChannelWriter } from './channel/postgres-channel-writer.ts';
import { postgresCommunityChannelWriter } from './channel/postgres-community-channel-writer.ts';
import { postgresPlaybackWriter } from './channel/postgres-playback-writer.ts';
import { postgresAccessReader } from './community/postgres-access-reader.ts';
import { postgresCommunityLogWriter } from './community/postgres-community-log-writer.ts';
import { postgresCommunityWriter } from './community/postgres-community-writer.ts';
import { postgresInviteWriter } from './community/postgres-invite-writer.ts';
import { postgresPresenceChoiceWriter } from './presence/postgres-presence-choices.ts';
import { postgresDirectSettingWriter } from './conversation/postgres-direct-settings.ts';
import { postgresConversationWriter } from './conversation/postgres-conversation-writer.ts';
import { postgresMemberWriter } from './member/postgres-member-writer.ts';
import { postgresMessageWriter } from './message/postgres-message-writer.ts';
import { postgresReadMarkWriter } from './message/postgres-read-mark-writer.ts';
import { postgresChannelNotificationWriter } from './notification/postgres-channel-notifications.ts';
import { postgresOverwriteWriter } from './role/postgres-overwrite-writer.ts';
import { postgresRoleWriter } from './role/postgres-role-writer.ts';
import { postgresScheduledMessageWriter } from './scheduled/postgres-scheduled-messages.ts';
import { postgresWebhookWriter } from './webhook/postgres-webhook-writer.ts';
import { postgresPollWriter } from './poll/postgres-polls.ts';
import { postgresThreadWriter } from './thread/postgres-thread-writer.ts';

/** Makes what a transaction of chat may change. */
export function postgresChatRepositories(options: { readonly clock: Clock; readonly newEventId: () => Uuid }) {
  return (tx: Transaction): ChatRepositories => {
    const events = postgresOutbox<ChatEvents>(tx, options);
    return {
      access: postgresAccessReader({ database: tx, clock: options.clock }),
      communities: postgresCommunityWriter(tx),
      communityLog: postgresCommunityLogWriter(tx),
      members: postgresMemberWriter(tx),
      conversations: postgresConversationWriter(tx),
      directSettings: postgresDirectSettingWriter(tx),
      presence: postgresPresenceChoiceWriter(tx),
      roles: postgresRoleWriter(tx),
      overwrites: postgresOverwriteWriter(tx),
      channels: postgresCommunityChannelWriter(tx),
      threads: postgresThreadWriter(tx),
      polls: postgresPollWriter(tx),
      webhooks: postgresWebhookWriter(tx),
      scheduled: postgresScheduledMessageWriter(tx),
      invites: postgresInviteWriter(tx),
      autoMod: postgresAutoModWriter(tx),
      audit: postgresAuditWriter(tx, events),
      log: postgresChannelWriter(tx),
      messages: postgresMessageWriter(tx),
      playback: postgresPlaybackWriter(tx),
      readMarks: postgresReadMarkWriter(tx),
      notifications: postgresChannelNotificationWriter(tx),
      events,
    };
  };
}
