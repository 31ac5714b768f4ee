import type { UnitOfWork } from '@veza/kernel';
import type { EventRecorder } from '@veza/messaging';
import type { ChatEvents } from '@veza/schema/events';
import type { AccessReader } from './access.ts';
import type { AutoModWriter } from './auto-mod.ts';
import type { AuditWriter } from './audit.ts';
import type { CommunityChannelWriter, PlaybackWriter } from './channel.ts';
import type { CommunityLogWriter } from './community-log.ts';
import type { CommunityWriter, InviteWriter } from './community.ts';
import type { ChannelWriter } from './log.ts';
import type { PresenceChoiceWriter } from './presence.ts';
import type { ConversationWriter, DirectSettingWriter } from './conversation.ts';
import type { MemberWriter } from './member.ts';
import type { MessageWriter, ReadMarkWriter } from './message.ts';
import type { ChannelNotificationWriter } from './notification.ts';
import type { ScheduledMessageWriter } from './scheduled-message.ts';
import type { WebhookWriter } from './webhook.ts';
import type { PollWriter } from './poll.ts';
import type { ThreadWriter } from './thread.ts';
import type { OverwriteWriter, RoleWriter } from './role.ts';

/** Everything a transaction of chat may change. */
export interface ChatRepositories {
  readonly access: AccessReader;
  readonly communities: CommunityWriter;
  readonly communityLog: CommunityLogWriter;
  readonly members: MemberWriter;
  readonly conversations: ConversationWriter;
  readonly directSettings: DirectSettingWriter;
  readonly presence: PresenceChoiceWriter;
  readonly roles: RoleWriter;
  readonly overwrites: OverwriteWriter;
  readonly channels: CommunityChannelWriter;
  readonly threads: ThreadWriter;
  readonly polls: PollWriter;
  readonly webhooks: WebhookWriter;
  readonly scheduled: ScheduledMessageWriter;
  readonly invites: InviteWriter;
  readonly autoMod: AutoModWriter;
  readonly audit: AuditWriter;
  readonly log: ChannelWriter;
  readonly messages: MessageWriter;
  readonly playback: PlaybackWriter;
  readonly readMarks: ReadMarkWriter;
  readonly notifications: ChannelNotificationWriter;
  readonly events: EventRecorder<ChatEvents>;
}

export type ChatUnitOfWork = UnitOfWork<ChatRepositories>;
