import type { ViewerAdmission } from '../application/feed/admit-viewers.ts';
import type { Followed } from '../application/feed/followed-events.ts';
import type { CommunityEvent } from '../domain/event/community-event.ts';
import type { InboxEvent } from '../application/inbox/inbox-event.ts';
import type { FollowedActivity } from '../application/presence/follow-activity.ts';
import type { Shown } from '../application/presence/show-presence.ts';
import type { FollowedEvent } from '../application/feed/follow-channel.ts';
import type { ChannelAccess, CommunityAccess } from '../domain/channel-access.ts';
import type { CommunityId, Member, Role, UserId } from '../domain/community.ts';
import type { Message, MessageId, MessageView, ReactionCount, TrackMoment } from '../domain/message/message.ts';
import type { Connection, ImageReference } from '@veza/graphql';
import type { AuditEntry } from '../domain/audit.ts';
import type { AutoModRule } from '../domain/auto-mod/auto-mod-rule.ts';
import type { PlacedAttachment } from '../application/attachment/find-attachments.ts';
import type { Ban } from '../domain/ban.ts';
import type { ChannelOverwrite } from '../domain/overwrite.ts';
import type { Poll } from '../domain/poll.ts';
import type { Webhook } from '../domain/webhook.ts';
import type { ScheduledMessage } from '../domain/scheduled-message.ts';
import type { PartyPlayback } from '../domain/party-playback.ts';

/** What resolvers get as parent, one for each GraphQL type that is more than its fields. */
export type CommunityModel = CommunityAccess;
/** The thread of a message comes without anybody's rights in it: those are loaded when they are asked for. */
export type ChannelModel = Pick<ChannelAccess, 'channel'> & Partial<ChannelAccess>;
export type MemberModel = Member;
export type RoleModel = Role;
/** By reference; what chat knows of them is loaded when it is asked for. */
export type UserModel = { readonly id: UserId };
export type ImageModel = ImageReference;
export type BanModel = Ban;
export type AutoModRuleModel = AutoModRule;
export type ChannelOverwriteModel = ChannelOverwrite;
/** With the message that asks, whose votes are loaded. */
export type PollModel = Poll & { readonly messageId: MessageId };
export type WebhookModel = Webhook;
export type ScheduledMessageModel = ScheduledMessage;
export type CommunityAuditEntryModel = AuditEntry;
/** The message that another answers comes without the one it answers itself. */
export type MessageModel = Message & Partial<Pick<MessageView, 'replyTo'>>;
export type AttachmentModel = PlacedAttachment;
export type MessageConnectionModel = Connection<MessageModel>;
export type ReactionModel = ReactionCount & { readonly messageId: MessageId };
export type TrackMomentModel = TrackMoment;
export type PartyPlaybackModel = PartyPlayback;
export type ViewerModel = { readonly id: UserId };
export type ChannelEventModel = FollowedEvent;
type EventOf<Kind extends FollowedEvent['kind']> = Extract<FollowedEvent, { readonly kind: Kind }>;
type AboutMessage = Extract<FollowedEvent, { readonly message: MessageView }>;
/** Marks are for the gateway, which shares no stream of a community. */
export type CommunityEventModel = Exclude<Followed<CommunityEvent>, { readonly kind: 'FEED_MARK' }> & { readonly communityId: CommunityId };
/** Marks are for the gateway, and an inbox is never taken from its owner. */
export type InboxEventModel = InboxEvent;
export type UnreadChangedModel = Extract<InboxEvent, { readonly kind: 'UNREAD_CHANGED' }>;
export type MentionedModel = Extract<InboxEvent, { readonly kind: 'MENTIONED' }>;
export type MembershipChangedModel = Extract<InboxEvent, { readonly kind: 'MEMBERSHIP_CHANGED' }>;
export type CommunityChangedModel = CommunityEventModel;
export type ChannelsChangedModel = CommunityEventModel;
export type RolesChangedModel = CommunityEventModel;
export type MemberChangedModel = Extract<CommunityEventModel, { readonly kind: 'MEMBER' }>;
export type MessageSentModel = AboutMessage;
export type MessageEditedModel = AboutMessage;
export type MessageDeletedModel = AboutMessage;
export type MessagePinChangedModel = AboutMessage;
export type PollChangedModel = AboutMessage;
export type ReactionsChangedModel = EventOf<'REACTIONS_CHANGED'>;
export type PlaybackSyncedModel = EventOf<'PLAYBACK_SYNCED'>;
export type FeedMarkModel = EventOf<'FEED_MARK'>;
export type ChannelAdmissionModel = ViewerAdmission;
export type ResyncRequiredModel = EventOf<'RESYNC_REQUIRED'>;
export type ChannelActivityModel = FollowedActivity;
export type TypingStartedModel = Extract<FollowedActivity, { readonly kind: 'TYPING' }>;
export type PresenceChangedModel = Extract<FollowedActivity, { readonly kind: 'PRESENCE' }>;
export type ParticipantPresenceModel = Shown & { readonly userId: UserId };
export type AccessRevokedModel = EventOf<'ACCESS_REVOKED'>;
