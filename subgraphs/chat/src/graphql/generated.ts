import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CommunityModel, ChannelModel, MemberModel, RoleModel, UserModel, ImageModel, BanModel, AutoModRuleModel, ChannelOverwriteModel, PollModel, WebhookModel, ScheduledMessageModel, CommunityAuditEntryModel, MessageModel, AttachmentModel, MessageConnectionModel, ReactionModel, TrackMomentModel, PartyPlaybackModel, ViewerModel, ChannelEventModel, CommunityEventModel, InboxEventModel, UnreadChangedModel, MentionedModel, MembershipChangedModel, CommunityChangedModel, ChannelsChangedModel, RolesChangedModel, MemberChangedModel, MessageSentModel, MessageEditedModel, MessageDeletedModel, MessagePinChangedModel, PollChangedModel, ReactionsChangedModel, PlaybackSyncedModel, FeedMarkModel, ChannelAdmissionModel, ResyncRequiredModel, ChannelActivityModel, TypingStartedModel, PresenceChangedModel, ParticipantPresenceModel, AccessRevokedModel } from './models.ts';
import type { ChatContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339; answered in UTC with milliseconds, e.g. `2026-01-31T09:30:00.000Z`. Any offset is accepted. */
  DateTime: { input: Date; output: Date; }
  /** An absolute https address of at most 2,048 characters; http only for addresses of this installation. */
  URL: { input: string; output: string; }
  /** A number of bytes: an integer from 0 to 2^53 - 1, answered as a JSON number. Digit strings are accepted. */
  ByteCount: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
};

/** Something with a global id, which `node` finds again. */
export type Node = {
  /** Opaque, stable for ever, at most 64 characters. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether more items follow; exact. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether items come before; exact. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item; null on an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** Why a mutation did nothing, in a form that a client can act on. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** What went wrong; clients switch on it. New codes may come. */
  readonly code: UserErrorCode;
  /** An explanation in English for people; it may change. */
  readonly message: Scalars['String']['output'];
  /** Place inside `input` that is to blame, e.g. `["licences", "0", "price"]`; null when no field is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A square picture in several sizes. */
export type Image = {
  readonly __typename?: 'Image';
  /** Address of the picture in the smallest size that is at least `size` pixels wide. */
  readonly url: Scalars['URL']['output'];
};


/** A square picture in several sizes. */
export type ImageUrlArgs = {
  size: Scalars['Int']['input'];
};

/** One act of management in a community. Only members with VIEW_AUDIT_LOG see it, unless it happened in a channel that they cannot see. */
export type CommunityAuditEntry = {
  readonly __typename?: 'CommunityAuditEntry';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Its number in the community: from 1, without gaps. */
  readonly seq: Scalars['Int']['output'];
  /** What was done. */
  readonly action: CommunityAuditAction;
  /** Who did it; null while accounts cannot be asked. */
  readonly actor: Maybe<User>;
  /** Id of the role, channel, message or rule that it was done to; null when there is none. */
  readonly subjectId: Maybe<Scalars['ID']['output']>;
  /** The person whom it was done to; null when it was done to nobody, and while accounts cannot be asked. */
  readonly user: Maybe<User>;
  /** The fields that changed. */
  readonly changes: ReadonlyArray<CommunityAuditChange>;
  /** Why, at most 512 characters; null when nothing was said. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** One field that an act of management changed. */
export type CommunityAuditChange = {
  readonly __typename?: 'CommunityAuditChange';
  /** Name of the field, as the mutation calls it. */
  readonly field: Scalars['String']['output'];
  /** Its value before as JSON; null when there was none. */
  readonly before: Maybe<Scalars['String']['output']>;
  /** Its value after as JSON; null when there is none. */
  readonly after: Maybe<Scalars['String']['output']>;
};

/** A page of an audit log. */
export type CommunityAuditConnection = {
  readonly __typename?: 'CommunityAuditConnection';
  /** The entries. */
  readonly nodes: ReadonlyArray<CommunityAuditEntry>;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<CommunityAuditEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Always null: it is not counted. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An entry in a page. */
export type CommunityAuditEdge = {
  readonly __typename?: 'CommunityAuditEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: CommunityAuditEntry;
};

/** What an act of management did. New values may come. */
export type CommunityAuditAction =
  /** Name, slug or description of the community changed. */
  | 'COMMUNITY_UPDATED'
  /** The community has another owner. */
  | 'COMMUNITY_TRANSFERRED'
  /** The community ended. */
  | 'COMMUNITY_DELETED'
  /** A channel was made. */
  | 'CHANNEL_CREATED'
  /** Name, topic or slow mode of a channel changed. */
  | 'CHANNEL_UPDATED'
  /** A channel stands elsewhere. */
  | 'CHANNEL_MOVED'
  /** A channel was deleted. */
  | 'CHANNEL_DELETED'
  /** A thread was started. */
  | 'THREAD_CREATED'
  /** Name, state or silence of a thread changed. */
  | 'THREAD_UPDATED'
  /** Somebody was taken out of a thread. */
  | 'THREAD_MEMBER_REMOVED'
  /** A webhook was made. */
  | 'WEBHOOK_CREATED'
  /** Name or rights of a webhook changed. */
  | 'WEBHOOK_UPDATED'
  /** A webhook has another secret, and the one before leads nowhere. */
  | 'WEBHOOK_SECRET_CHANGED'
  /** A webhook was deleted. */
  | 'WEBHOOK_DELETED'
  /** A channel grants or takes something else, for a role or a member. */
  | 'OVERWRITE_SET'
  /** A channel grants and takes nothing more, for a role or a member. */
  | 'OVERWRITE_REMOVED'
  /** A role was made. */
  | 'ROLE_CREATED'
  /** Name, colour or permissions of a role changed. */
  | 'ROLE_UPDATED'
  /** A role stands elsewhere. */
  | 'ROLE_MOVED'
  /** A role was deleted. */
  | 'ROLE_DELETED'
  /** A member got a role. */
  | 'ROLE_ASSIGNED'
  /** A member lost a role. */
  | 'ROLE_UNASSIGNED'
  /** An invite was made. */
  | 'INVITE_CREATED'
  /** An invite was ended. */
  | 'INVITE_REVOKED'
  /** Somebody else named a member. */
  | 'NICKNAME_SET'
  /** A member was removed. */
  | 'MEMBER_KICKED'
  /** A person was barred. */
  | 'MEMBER_BANNED'
  /** A ban was ended. */
  | 'MEMBER_UNBANNED'
  /** A member was left nothing but reading. */
  | 'MEMBER_TIMED_OUT'
  /** A time-out was ended. */
  | 'TIME_OUT_LIFTED'
  /** A message of somebody else was deleted. */
  | 'MESSAGE_DELETED'
  /** Several messages were deleted together. */
  | 'MESSAGES_DELETED'
  /** A message was pinned. */
  | 'MESSAGE_PINNED'
  /** A message was unpinned. */
  | 'MESSAGE_UNPINNED'
  /** A listening party has another host. */
  | 'PARTY_HOST_CHANGED'
  /** A rule about what members may write was made. */
  | 'AUTO_MOD_RULE_CREATED'
  /** Such a rule was changed. */
  | 'AUTO_MOD_RULE_UPDATED'
  /** Such a rule was deleted. */
  | 'AUTO_MOD_RULE_DELETED'
  /** Such a rule refused what a member wrote; the text is not kept. */
  | 'AUTO_MOD_HIT';

/** What the members of a community may not write: what a rule catches is refused. Only members with MANAGE_COMMUNITY see it. */
export type AutoModRule = {
  readonly __typename?: 'AutoModRule';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Its name, 1 to 100 characters; told to whom it refuses. */
  readonly name: Scalars['String']['output'];
  /** Whether it is in force. */
  readonly isEnabled: Scalars['Boolean']['output'];
  /** What it looks for. */
  readonly trigger: AutoModTrigger;
  /** Words and phrases of a KEYWORD rule, at most 1,000; `*` at an end stands for any further letters. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** Regular expressions of a REGEX rule, at most 10, in RE2's language; looked for in any case. */
  readonly patterns: ReadonlyArray<Scalars['String']['output']>;
  /** Hosts that a LINK rule allows, with everything below them; at most 1,000. */
  readonly allowedDomains: ReadonlyArray<Scalars['String']['output']>;
  /** People and roles that a MENTION_SPAM rule lets one text call. */
  readonly mentionLimit: Scalars['Int']['output'];
  /** Seconds of the time-out that follows a hit; 0 for none. */
  readonly timeOutSeconds: Scalars['Int']['output'];
  /** Ids of roles whose members it spares, at most 20. */
  readonly exemptRoleIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Ids of channels that it spares, at most 50. */
  readonly exemptChannelIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** What a rule looks for. New values may come. */
export type AutoModTrigger =
  /** Words, in any case and whatever invisible characters hide them. */
  | 'KEYWORD'
  /** Regular expressions in RE2's language. They take time in proportion to the text: no back-references, no looking around. */
  | 'REGEX'
  /** Many people or roles called at once. */
  | 'MENTION_SPAM'
  /** Addresses of other sites. */
  | 'LINK'
  /** Ways into communities. */
  | 'INVITE';

/** A rule to add. Administrators are spared by every rule. */
export type CreateAutoModRuleInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Whether it is in force; it is when left out. */
  readonly isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it looks for. */
  readonly trigger: AutoModTrigger;
  /** Words and phrases, at most 1,000 of at most 60 characters; `*` at an end stands for further letters. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Regular expressions in RE2's language, at most 10 of at most 260 characters. Those of a community together are limited in size. */
  readonly patterns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Hosts that are allowed, at most 1,000 of at most 253 characters. */
  readonly allowedDomains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** People and roles that one text may call, 0 to 50. */
  readonly mentionLimit?: InputMaybe<Scalars['Int']['input']>;
  /** Seconds of the time-out that follows a hit, at most 28 days; none when left out. */
  readonly timeOutSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Ids of roles whose members are spared, at most 20. */
  readonly exemptRoleIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Ids of channels that are spared, at most 50. */
  readonly exemptChannelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `createAutoModRule`. */
export type CreateAutoModRulePayload = {
  readonly __typename?: 'CreateAutoModRulePayload';
  /** The rule; null when nothing happened. */
  readonly rule: Maybe<AutoModRule>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to change in a rule; what is left out stays. */
export type UpdateAutoModRuleInput = {
  /** Id of the rule. */
  readonly ruleId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is in force. */
  readonly isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Words and phrases, at most 1,000 of at most 60 characters; `*` at an end stands for further letters. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Regular expressions in RE2's language, at most 10 of at most 260 characters. Those of a community together are limited in size. */
  readonly patterns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Hosts that are allowed, at most 1,000 of at most 253 characters. */
  readonly allowedDomains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** People and roles that one text may call, 0 to 50. */
  readonly mentionLimit?: InputMaybe<Scalars['Int']['input']>;
  /** Seconds of the time-out that follows a hit, at most 28 days; 0 for none. */
  readonly timeOutSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Ids of roles whose members are spared, at most 20. */
  readonly exemptRoleIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Ids of channels that are spared, at most 50. */
  readonly exemptChannelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `updateAutoModRule`. */
export type UpdateAutoModRulePayload = {
  readonly __typename?: 'UpdateAutoModRulePayload';
  /** The rule; null when nothing happened. */
  readonly rule: Maybe<AutoModRule>;
  /** Why nothing happened: NOT_FOUND, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A rule to delete. */
export type DeleteAutoModRuleInput = {
  /** Id of the rule. */
  readonly ruleId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `deleteAutoModRule`. */
export type DeleteAutoModRulePayload = {
  readonly __typename?: 'DeleteAutoModRulePayload';
  /** Id of the rule; null when nothing happened. */
  readonly deletedRuleId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A place to talk, in a community or between 2 to 10 people. Only those who may view it see it. */
export type Channel = Node & {
  readonly __typename?: 'Channel';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Its name, 1 to 100 characters; null for a conversation without one. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** What it is for. */
  readonly kind: ChannelKind;
  /** What it is about, at most 1,024 characters; null when nothing was said. */
  readonly topic: Maybe<Scalars['String']['output']>;
  /** Order among the channels of the community; rising, with gaps. 0 in a conversation. */
  readonly position: Scalars['Int']['output'];
  /** The category it stands in; null when in none. */
  readonly category: Maybe<Channel>;
  /** The channel that the thread hangs on; null for other kinds. */
  readonly parent: Maybe<Channel>;
  /** The message that the thread grew from, also once it is deleted; null when from none. */
  readonly sourceMessage: Maybe<Message>;
  /** Whether only the members of the thread see it, and those with MANAGE_THREADS. */
  readonly isPrivate: Scalars['Boolean']['output'];
  /** Whether only those with MANAGE_THREADS write in the thread. */
  readonly isLocked: Scalars['Boolean']['output'];
  /** Since when the thread is archived, by hand or by silence; null while it is active. */
  readonly archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Seconds of silence after which the thread is archived; null for other kinds. */
  readonly archiveAfterSeconds: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer is a member of the thread; false for other kinds. */
  readonly viewerHasJoined: Scalars['Boolean']['output'];
  /** Threads that hang on it and that the viewer sees, newest first. */
  readonly threads: ChannelConnection;
  /** Members of the thread, by the time of joining it; null for other kinds. */
  readonly threadMembers: Maybe<MemberConnection>;
  /** Doors through which other programs write into it; at most 10. Null without MANAGE_WEBHOOKS. */
  readonly webhooks: Maybe<ReadonlyArray<Webhook>>;
  /** What it grants and takes beyond the community, roles first; at most 1,000. */
  readonly overwrites: ReadonlyArray<ChannelOverwrite>;
  /** Who is in the conversation, by the time of joining; at most 10. Null in a community. */
  readonly participants: Maybe<ReadonlyArray<User>>;
  /** How those in the conversation are seen, in the same order; at most 10. Null in a community. */
  readonly participantPresences: Maybe<ReadonlyArray<ParticipantPresence>>;
  /** What the viewer may do in it. */
  readonly viewerPermissions: ReadonlyArray<Permission>;
  /** Seconds between two messages of one person; 0 when off. */
  readonly slowModeSeconds: Scalars['Int']['output'];
  /** Messages that the viewer has not read; 0 in a category, and in a thread not joined. */
  readonly unreadCount: Scalars['Int']['output'];
  /** Unread messages that name the viewer, a role of theirs or everybody; 0 in a category. */
  readonly mentionCount: Scalars['Int']['output'];
  /** What of it reaches the viewer. */
  readonly viewerNotifications: ChannelNotifications;
  /** The `after` to follow the channel from without a gap. Read before anything else of the channel. */
  readonly eventCursor: Scalars['String']['output'];
  /** What the listening party hears; null before the first sync and in other kinds. */
  readonly playback: Maybe<PartyPlayback>;
  /** Messages from the first to the newest, deleted ones as tombstones; empty without READ_HISTORY. */
  readonly messages: MessageConnection;
  /** Pinned messages, oldest first; at most 250, none without READ_HISTORY. */
  readonly pinnedMessages: ReadonlyArray<Message>;
};


/** A place to talk, in a community or between 2 to 10 people. Only those who may view it see it. */
export type ChannelThreadsArgs = {
  isArchived?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place to talk, in a community or between 2 to 10 people. Only those who may view it see it. */
export type ChannelThreadMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place to talk, in a community or between 2 to 10 people. Only those who may view it see it. */
export type ChannelMessagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What a channel is for. New values may come. */
export type ChannelKind =
  /** Everybody talks. */
  | 'TEXT'
  /** Everybody reads; sending needs an explicit grant. */
  | 'ANNOUNCEMENT'
  /** Everybody talks and hears the same track. */
  | 'LISTENING_PARTY'
  /** Orders other channels; holds no messages. */
  | 'CATEGORY'
  /** Hangs on another channel, and has its permissions. */
  | 'THREAD'
  /** Two people talk; nobody else ever joins. */
  | 'DIRECT'
  /** Up to 10 people talk, outside of communities. */
  | 'GROUP';

/** What a listening party hears. While playing, the place at time t is `positionMs + (t - asOf)`, up to the track's length. */
export type PartyPlayback = {
  readonly __typename?: 'PartyPlayback';
  /** Whether the track plays or stands. */
  readonly isPlaying: Scalars['Boolean']['output'];
  /** Milliseconds from the start of the track, at `asOf`. */
  readonly positionMs: Scalars['Int']['output'];
  /** Server clock at which `positionMs` held. */
  readonly asOf: Scalars['DateTime']['output'];
  /** The track; null when it is gone or no longer for everybody. */
  readonly track: Maybe<Track>;
  /** Who drives; null while accounts cannot be asked. */
  readonly host: Maybe<User>;
};

/** A channel to add. */
export type CreateChannelInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What it is for: a kind that stands in a community. */
  readonly kind: ChannelKind;
  /** What it is about, at most 1,024 characters. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Id of the category it stands in; a category stands in none. */
  readonly categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Seconds between two messages of one person, 0 to 21,600; 0 when left out. */
  readonly slowModeSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `createChannel`. */
export type CreateChannelPayload = {
  readonly __typename?: 'CreateChannelPayload';
  /** The channel; null when nothing happened. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to change in a channel; what is left out stays. */
export type UpdateChannelInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What it is about, at most 1,024 characters; null for nothing. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Seconds between two messages of one person, 0 to 21,600. */
  readonly slowModeSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `updateChannel`. */
export type UpdateChannelPayload = {
  readonly __typename?: 'UpdateChannelPayload';
  /** The channel; null when nothing happened. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where a channel is to stand; what is left out stays. */
export type MoveChannelInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
  /** Its place among the channels of the community, from 0; those from there on stand behind it. */
  readonly position?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the category it is to stand in; null for none. */
  readonly categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `moveChannel`. */
export type MoveChannelPayload = {
  readonly __typename?: 'MoveChannelPayload';
  /** The channel; null when nothing happened. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A channel to delete. */
export type DeleteChannelInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `deleteChannel`. */
export type DeleteChannelPayload = {
  readonly __typename?: 'DeleteChannelPayload';
  /** Id of the channel; null when nothing happened. */
  readonly deletedChannelId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** How far the viewer has read. */
export type MarkChannelReadInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
  /** Id of the last message read. */
  readonly throughMessageId: Scalars['ID']['input'];
};

/** Answer of `markChannelRead`. */
export type MarkChannelReadPayload = {
  readonly __typename?: 'MarkChannelReadPayload';
  /** The channel; null when nothing happened. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a listening party is to hear. */
export type SyncPlaybackInput = {
  /** Id of a channel of kind LISTENING_PARTY. */
  readonly channelId: Scalars['ID']['input'];
  /** Id of a track that is ready, and public or unlisted. */
  readonly trackId: Scalars['ID']['input'];
  /** Milliseconds from its start, up to its length. */
  readonly positionMs: Scalars['Int']['input'];
  /** Whether it plays or stands. */
  readonly isPlaying: Scalars['Boolean']['input'];
};

/** Answer of `syncPlayback`. */
export type SyncPlaybackPayload = {
  readonly __typename?: 'SyncPlaybackPayload';
  /** What is heard; null when nothing happened. */
  readonly playback: Maybe<PartyPlayback>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, TRACK_NOT_PLAYABLE. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One entry of a community's log, or its end. Clients ignore kinds they do not know, but keep their cursor. */
export type CommunityEvent = {
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** Name, slug, description or owner of a community changed. */
export type CommunityChanged = CommunityEvent & {
  readonly __typename?: 'CommunityChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The community as the viewer sees it now; null when they no longer do. */
  readonly community: Maybe<Community>;
};

/** A channel was made, changed, moved or deleted, or grants or takes something else. */
export type ChannelsChanged = CommunityEvent & {
  readonly __typename?: 'ChannelsChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The community as the viewer sees it now; its `channels` replace those known before. Null when they no longer see it. */
  readonly community: Maybe<Community>;
};

/** A role was made, changed, moved or deleted; what the viewer sees may have changed with it. */
export type RolesChanged = CommunityEvent & {
  readonly __typename?: 'RolesChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The community as the viewer sees it now; its `roles` and `channels` replace those known before. Null when they no longer see it. */
  readonly community: Maybe<Community>;
};

/** Somebody joined, left or was removed, or has other roles, another nickname or a time-out. */
export type MemberChanged = CommunityEvent & {
  readonly __typename?: 'MemberChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Id of the person. */
  readonly userId: Scalars['ID']['output'];
  /** Their place in the community now; null when they have none. */
  readonly member: Maybe<Member>;
  /** The community as the viewer sees it now; for the viewer's own roles its `channels` too. Null when they no longer see it. */
  readonly community: Maybe<Community>;
};

/** A private group of people with channels. Only its members see it. */
export type Community = Node & {
  readonly __typename?: 'Community';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['output'];
  /** Its name in addresses: 3 to 32 of a–z, 0–9 and the hyphen; unique whatever the case. */
  readonly slug: Scalars['String']['output'];
  /** What it is about, at most 5,000 characters; null when nothing was said. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** How many people are in it. */
  readonly memberCount: Scalars['Int']['output'];
  /** The `after` to follow the community from without a gap. */
  readonly eventCursor: Scalars['String']['output'];
  /** Whose it is; null while accounts cannot be asked. */
  readonly owner: Maybe<User>;
  /** Channels that the viewer sees, by position; at most 500. */
  readonly channels: ReadonlyArray<Channel>;
  /** Its roles by position, the everyone-role first; at most 250. */
  readonly roles: ReadonlyArray<Role>;
  /** The viewer's own place in it. */
  readonly viewerMembership: Maybe<Member>;
  /** People in it, by the time of joining. */
  readonly members: Maybe<MemberConnection>;
  /** Open invites, newest first, at most 1,000: all with MANAGE_COMMUNITY, else the viewer's own. */
  readonly invites: ReadonlyArray<Invite>;
  /** People who may not come back, newest ban first; empty without BAN_MEMBERS. */
  readonly bans: BanConnection;
  /** Rules about what members may write, at most 20; empty without MANAGE_COMMUNITY. */
  readonly autoModRules: ReadonlyArray<AutoModRule>;
  /** Who changed what, newest first, kept for a year; empty without VIEW_AUDIT_LOG. */
  readonly auditLog: CommunityAuditConnection;
  /** Messages that the viewer has not read, in channels they see and threads they joined. Muted ones count 0. */
  readonly unreadCount: Scalars['Int']['output'];
  /** Unread messages that name the viewer, a role of theirs or everybody, in these channels. Muted ones count 0. */
  readonly mentionCount: Scalars['Int']['output'];
};


/** A private group of people with channels. Only its members see it. */
export type CommunityMembersArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A private group of people with channels. Only its members see it. */
export type CommunityBansArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A private group of people with channels. Only its members see it. */
export type CommunityAuditLogArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A page of communities. */
export type CommunityConnection = {
  readonly __typename?: 'CommunityConnection';
  /** The communities. */
  readonly nodes: ReadonlyArray<Community>;
  /** The communities with their cursors. */
  readonly edges: ReadonlyArray<CommunityEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Always null: it is not counted. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A community in a page. */
export type CommunityEdge = {
  readonly __typename?: 'CommunityEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The community. */
  readonly node: Community;
};

/** A way into a community for whoever holds its code. */
export type Invite = {
  readonly __typename?: 'Invite';
  /** Ten characters, told to whoever is invited. */
  readonly code: Scalars['String']['output'];
  /** How often it was used. */
  readonly uses: Scalars['Int']['output'];
  /** How often it may be used; null without limit. */
  readonly maxUses: Maybe<Scalars['Int']['output']>;
  /** When it ends; null for never. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
};

/** What whoever holds the code of an invite may know before joining. */
export type InvitePreview = {
  readonly __typename?: 'InvitePreview';
  /** The code. */
  readonly code: Scalars['String']['output'];
  /** Name of the community that it leads to. */
  readonly communityName: Scalars['String']['output'];
  /** What that is about, at most 5,000 characters; null when nothing was said. */
  readonly communityDescription: Maybe<Scalars['String']['output']>;
  /** How many people are in it. */
  readonly memberCount: Scalars['Int']['output'];
  /** When the invite ends; null for never. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
};

/** A community to found. */
export type CreateCommunityInput = {
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Its name in addresses, 3 to 32 characters of a–z, 0–9 and the hyphen. */
  readonly slug: Scalars['String']['input'];
  /** What it is about, at most 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `createCommunity`. */
export type CreateCommunityPayload = {
  readonly __typename?: 'CreateCommunityPayload';
  /** The community; null when nothing happened. */
  readonly community: Maybe<Community>;
  /** Why nothing happened: INVALID, SLUG_TAKEN, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An invite to make. */
export type CreateInviteInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** How often it may be used, 1 to 100,000; without limit when left out. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** When it ends, in the future; never when left out. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answer of `createInvite`. */
export type CreateInvitePayload = {
  readonly __typename?: 'CreateInvitePayload';
  /** The invite; null when nothing happened. */
  readonly invite: Maybe<Invite>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A community to join. */
export type JoinCommunityInput = {
  /** Code of an invite, 10 characters. */
  readonly inviteCode: Scalars['String']['input'];
};

/** Answer of `joinCommunity`. */
export type JoinCommunityPayload = {
  readonly __typename?: 'JoinCommunityPayload';
  /** The community; null when nothing happened. */
  readonly community: Maybe<Community>;
  /** Why nothing happened: INVITE_INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A community to leave. */
export type LeaveCommunityInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
};

/** Answer of `leaveCommunity`. */
export type LeaveCommunityPayload = {
  readonly __typename?: 'LeaveCommunityPayload';
  /** Id of the community; null when nothing happened. */
  readonly leftCommunityId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, OWNER_CANNOT_LEAVE. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to change in a community; what is left out stays. */
export type UpdateCommunityInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Its name in addresses, 3 to 32 characters of a–z, 0–9 and the hyphen. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** What it is about, at most 5,000 characters; null for nothing. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `updateCommunity`. */
export type UpdateCommunityPayload = {
  readonly __typename?: 'UpdateCommunityPayload';
  /** The community; null when nothing happened. */
  readonly community: Maybe<Community>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, SLUG_TAKEN. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A community to end for everybody. */
export type DeleteCommunityInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `deleteCommunity`. */
export type DeleteCommunityPayload = {
  readonly __typename?: 'DeleteCommunityPayload';
  /** Id of the community; null when nothing happened. */
  readonly deletedCommunityId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who is to own a community. */
export type TransferCommunityInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the member who is to own it. */
  readonly userId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `transferCommunity`. */
export type TransferCommunityPayload = {
  readonly __typename?: 'TransferCommunityPayload';
  /** The community; null when nothing happened. */
  readonly community: Maybe<Community>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An invite to end. */
export type RevokeInviteInput = {
  /** Its code, 10 characters. */
  readonly code: Scalars['String']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `revokeInvite`. */
export type RevokeInvitePayload = {
  readonly __typename?: 'RevokeInvitePayload';
  /** The code; null when nothing happened. */
  readonly revokedCode: Maybe<Scalars['String']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A page of channels. */
export type ChannelConnection = {
  readonly __typename?: 'ChannelConnection';
  /** The channels. */
  readonly nodes: ReadonlyArray<Channel>;
  /** The channels with their cursors. */
  readonly edges: ReadonlyArray<ChannelEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are; null where they are not counted. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A channel in a page. */
export type ChannelEdge = {
  readonly __typename?: 'ChannelEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The channel. */
  readonly node: Channel;
};

/** Whom to talk with. */
export type OpenDirectConversationInput = {
  /** Ids of the others: 1 for a pair, up to 9 for a group. */
  readonly userIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Answer of `openDirectConversation`. */
export type OpenDirectConversationPayload = {
  readonly __typename?: 'OpenDirectConversationPayload';
  /** The conversation; null when nothing happened. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, BLOCKED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who is to come into a group. */
export type AddParticipantsInput = {
  /** Id of a channel of kind GROUP. */
  readonly channelId: Scalars['ID']['input'];
  /** Ids of at most 9 people; those who are in it already are passed over. */
  readonly userIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Answer of `addParticipants`. */
export type AddParticipantsPayload = {
  readonly __typename?: 'AddParticipantsPayload';
  /** The conversation; null when nothing happened. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, BLOCKED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which group to leave. */
export type LeaveConversationInput = {
  /** Id of a channel of kind GROUP. */
  readonly channelId: Scalars['ID']['input'];
};

/** Answer of `leaveConversation`. */
export type LeaveConversationPayload = {
  readonly __typename?: 'LeaveConversationPayload';
  /** Id of the conversation; null when nothing happened. */
  readonly leftChannelId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** From whom a person takes new conversations; those that are there go on. New values may come. */
export type DirectMessageSource =
  /** Everybody. */
  | 'EVERYONE'
  /** People with whom they share a community. */
  | 'COMMUNITY_MEMBERS'
  /** Nobody. */
  | 'NOBODY';

/** From whom the viewer takes new conversations. */
export type SetDirectMessageSourceInput = {
  /** From whom. */
  readonly source: DirectMessageSource;
};

/** Answer of `setDirectMessageSource`. */
export type SetDirectMessageSourcePayload = {
  readonly __typename?: 'SetDirectMessageSourcePayload';
  /** From whom the viewer takes new conversations; null when nothing happened. */
  readonly directMessageSource: Maybe<DirectMessageSource>;
  /** Always empty. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One entry of a channel's log, or its end. Clients ignore kinds they do not know, but keep their cursor. */
export type ChannelEvent = {
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log; null for the end of a stream. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written; null for the end of a stream. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of what it is about, at most 64 characters; null for the end of a stream. */
  readonly subject: Maybe<Scalars['String']['output']>;
};

/** A message was sent. */
export type MessageSent = ChannelEvent & {
  readonly __typename?: 'MessageSent';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the message, at most 64 characters; what was told of it before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Id of the message that it answers, at most 64 characters; null when it answers none. Told of again, it is quoted anew. */
  readonly quotes: Maybe<Scalars['String']['output']>;
  /** The message as it is now. */
  readonly message: Message;
};

/** The text of a message was changed. */
export type MessageEdited = ChannelEvent & {
  readonly __typename?: 'MessageEdited';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the message, at most 64 characters; what was told of it before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Id of the message that it answers, at most 64 characters; null when it answers none. Told of again, it is quoted anew. */
  readonly quotes: Maybe<Scalars['String']['output']>;
  /** The message as it is now. */
  readonly message: Message;
};

/** A message was deleted. */
export type MessageDeleted = ChannelEvent & {
  readonly __typename?: 'MessageDeleted';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the message, at most 64 characters; what was told of it before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Id of the message. */
  readonly messageId: Scalars['ID']['output'];
};

/** Emoji under a message came or went. */
export type ReactionsChanged = ChannelEvent & {
  readonly __typename?: 'ReactionsChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the message, at most 64 characters; what was told of it before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Id of the message that it answers, at most 64 characters; null when it answers none. Told of again, it is quoted anew. */
  readonly quotes: Maybe<Scalars['String']['output']>;
  /** The message as it is now. */
  readonly message: Message;
  /** What came and what went. */
  readonly changes: ReadonlyArray<ReactionChange>;
};

/** One emoji of one person that came or went. */
export type ReactionChange = {
  readonly __typename?: 'ReactionChange';
  /** The emoji. */
  readonly emoji: Scalars['String']['output'];
  /** Id of the person. */
  readonly userId: Scalars['ID']['output'];
  /** Whether it came; else it went. */
  readonly added: Scalars['Boolean']['output'];
};

/** A message was pinned or unpinned. */
export type MessagePinChanged = ChannelEvent & {
  readonly __typename?: 'MessagePinChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the message, at most 64 characters; what was told of it before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Id of the message that it answers, at most 64 characters; null when it answers none. Told of again, it is quoted anew. */
  readonly quotes: Maybe<Scalars['String']['output']>;
  /** The message as it is now. */
  readonly message: Message;
};

/** The listening party hears something else, or from another place. */
export type PlaybackSynced = ChannelEvent & {
  readonly __typename?: 'PlaybackSynced';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Always null: what was heard before stays true of its time. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** What is heard from then on. */
  readonly playback: PartyPlayback;
};

/** The stream ends: reload what was followed, and follow it from its `eventCursor`. */
export type ResyncRequired = ChannelEvent & CommunityEvent & InboxEvent & {
  readonly __typename?: 'ResyncRequired';
  /** Where the log stands now, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it was found. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Always null: it is no entry of the log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Always null: it is no entry of the log. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Always null: it is about no message. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly reason: StreamEndReason;
};

/** The stream ends: the viewer no longer sees what was followed. */
export type AccessRevoked = ChannelEvent & CommunityEvent & {
  readonly __typename?: 'AccessRevoked';
  /** Cursor of the last event delivered, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it was found. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Always null: it is no entry of the log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Always null: it is no entry of the log. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Always null: it is about no message. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly reason: StreamEndReason;
};

/** Where a channel's log and its permissions stand; only the gateway gets it. */
export type FeedMark = ChannelEvent & {
  readonly __typename?: 'FeedMark';
  /** Where to resume after the last entry handed out, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it was found. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number of the last entry handed out. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions that hold now. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Always null: it is about no message. */
  readonly subject: Maybe<Scalars['String']['output']>;
};

/** Whether one person may follow a channel; only the gateway asks. */
export type ChannelAdmission = {
  readonly __typename?: 'ChannelAdmission';
  /** Id of the person. */
  readonly userId: Scalars['ID']['output'];
  /** Whether they may. */
  readonly isAdmitted: Scalars['Boolean']['output'];
  /** Whether they may be given what was sent while they were away. */
  readonly readsHistory: Scalars['Boolean']['output'];
  /** Epoch of the permissions under which that was decided; `0` for those who are no members. */
  readonly accessEpoch: Scalars['String']['output'];
  /** Why not; null when they may. */
  readonly reason: Maybe<StreamEndReason>;
};

/** Why a stream ended. New values may come. */
export type StreamEndReason =
  /** What was missed is older than what the log keeps. */
  | 'CURSOR_EXPIRED'
  /** The log was restored; its numbers no longer compare. */
  | 'EPOCH_CHANGED'
  /** Something was missed, and the viewer may not read what was sent before. */
  | 'HISTORY_NOT_READABLE'
  /** The viewer left. */
  | 'LEFT'
  /** The viewer was removed from the community. */
  | 'KICKED'
  /** The viewer was barred from the community. */
  | 'BANNED'
  /** The viewer is a member but may no longer view the channel. */
  | 'PERMISSION_CHANGED'
  /** The channel was deleted. */
  | 'CHANNEL_DELETED'
  /** The community was ended. */
  | 'COMMUNITY_DELETED';

/** What reaches one person wherever they look. It is an entry of their inbox, a changed state, or the end of the stream. */
export type InboxEvent = {
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened, or was found. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** What the viewer has not read in a channel changed. It comes at most once a second for each channel, with the newest state only. */
export type UnreadChanged = InboxEvent & {
  readonly __typename?: 'UnreadChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it was found. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The channel as the viewer sees it now. */
  readonly channel: Channel;
};

/** A message concerns the viewer. What calls many at once may come again after a resume: the message's id tells. */
export type Mentioned = InboxEvent & {
  readonly __typename?: 'Mentioned';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When the message was sent. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The message as it is now. */
  readonly message: Message;
  /** Why it concerns the viewer; the closest when there are several. */
  readonly cause: MentionCause;
};

/** Why a message concerns somebody. New values may come. */
export type MentionCause =
  /** Its text names them. */
  | 'NAMED'
  /** It answers a message of theirs. */
  | 'REPLY'
  /** It was sent in a conversation that they are in. */
  | 'DIRECT_MESSAGE'
  /** It calls everybody who was there, and they were. */
  | 'HERE'
  /** It calls a role of theirs. */
  | 'ROLE'
  /** It calls everybody. */
  | 'EVERYONE';

/** The viewer joined a community, left it or was removed. */
export type MembershipChanged = InboxEvent & {
  readonly __typename?: 'MembershipChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The community. Of one that the viewer is no member of only `id` and `name`; all else is refused with NOT_FOUND. */
  readonly community: Community;
  /** What became of the membership. */
  readonly state: CommunityMembershipState;
};

/** What became of a membership. New values may come. */
export type CommunityMembershipState =
  /** The person joined. */
  | 'JOINED'
  /** They left. */
  | 'LEFT'
  /** They were removed and may come back. */
  | 'KICKED'
  /** They were barred. */
  | 'BANNED';

/** Somebody's place in a community. Only members see it. */
export type Member = {
  readonly __typename?: 'Member';
  /** Who; null while accounts cannot be asked. */
  readonly user: Maybe<User>;
  /** What they are called here; null when the same as everywhere. */
  readonly nickname: Maybe<Scalars['String']['output']>;
  /** Their roles, the everyone-role first; at most 250. */
  readonly roles: ReadonlyArray<Role>;
  /** What they may do in the community as a whole. */
  readonly permissions: ReadonlyArray<Permission>;
  /** When they joined. */
  readonly joinedAt: Scalars['DateTime']['output'];
  /** How they are seen now. */
  readonly presence: Presence;
  /** What they say of themselves, at most 128 characters; null when nothing was said. */
  readonly statusText: Maybe<Scalars['String']['output']>;
  /** Until when they may only read; null when they are in no time-out. */
  readonly timedOutUntil: Maybe<Scalars['DateTime']['output']>;
};

/** A page of members. */
export type MemberConnection = {
  readonly __typename?: 'MemberConnection';
  /** The members. */
  readonly nodes: ReadonlyArray<Member>;
  /** The members with their cursors. */
  readonly edges: ReadonlyArray<MemberEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many members the community has; null in a search. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A member in a page. */
export type MemberEdge = {
  readonly __typename?: 'MemberEdge';
  /** Their place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The member. */
  readonly node: Member;
};

/** Somebody who may not come back. Only members with BAN_MEMBERS see it. */
export type Ban = {
  readonly __typename?: 'Ban';
  /** Who; null while accounts cannot be asked. */
  readonly user: Maybe<User>;
  /** Who banned them; null while accounts cannot be asked. */
  readonly actor: Maybe<User>;
  /** Why, at most 512 characters; null when nothing was said. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** When it ends by itself; null for never. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A page of bans. */
export type BanConnection = {
  readonly __typename?: 'BanConnection';
  /** The bans. */
  readonly nodes: ReadonlyArray<Ban>;
  /** The bans with their cursors. */
  readonly edges: ReadonlyArray<BanEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Always null: it is not counted. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A ban in a page. */
export type BanEdge = {
  readonly __typename?: 'BanEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The ban. */
  readonly node: Ban;
};

/** What somebody is to be called in a community. */
export type SetNicknameInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the member; the viewer when left out. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
  /** Their name here, 1 to 100 characters; null for the same as everywhere. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `setNickname`. */
export type SetNicknamePayload = {
  readonly __typename?: 'SetNicknamePayload';
  /** The member; null when nothing happened. */
  readonly member: Maybe<Member>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID, AUTOMOD_BLOCKED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A member to remove. */
export type KickMemberInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the member. */
  readonly userId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `kickMember`. */
export type KickMemberPayload = {
  readonly __typename?: 'KickMemberPayload';
  /** Id of the person; null when nothing happened. */
  readonly kickedUserId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A person to bar from a community. */
export type BanMemberInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the person, who need not be a member. */
  readonly userId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** When it ends by itself, in the future; never when left out. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Their messages from here on are deleted, at most 7 days back; none when left out. */
  readonly deleteMessagesSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answer of `banMember`. */
export type BanMemberPayload = {
  readonly __typename?: 'BanMemberPayload';
  /** Id of the person; null when nothing happened. */
  readonly bannedUserId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A ban to end. */
export type UnbanMemberInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the person. */
  readonly userId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `unbanMember`. */
export type UnbanMemberPayload = {
  readonly __typename?: 'UnbanMemberPayload';
  /** Id of the person; null when nothing happened. */
  readonly unbannedUserId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A member to leave nothing but reading. */
export type TimeOutMemberInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the member. */
  readonly userId: Scalars['ID']['input'];
  /** Until when, at most 28 days ahead. */
  readonly until: Scalars['DateTime']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `timeOutMember`. */
export type TimeOutMemberPayload = {
  readonly __typename?: 'TimeOutMemberPayload';
  /** The member; null when nothing happened. */
  readonly member: Maybe<Member>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A time-out to end before its time. */
export type LiftTimeOutInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the member. */
  readonly userId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `liftTimeOut`. */
export type LiftTimeOutPayload = {
  readonly __typename?: 'LiftTimeOutPayload';
  /** The member; null when nothing happened. */
  readonly member: Maybe<Member>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message. Only members who may view its channel and read its history see it. */
export type Message = Node & {
  readonly __typename?: 'Message';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Number in the channel's log at which it was sent: the order of messages. Never changes. */
  readonly seq: Scalars['Int']['output'];
  /** What it says, at most 4,000 characters; empty when deleted, or when it only carries a moment. */
  readonly content: Scalars['String']['output'];
  /** When it was sent. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When its text was last changed; null when never. */
  readonly editedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether only the tombstone is left. */
  readonly isDeleted: Scalars['Boolean']['output'];
  /** Whether it is pinned to its channel. */
  readonly isPinned: Scalars['Boolean']['output'];
  /** Who sent it; null for what a webhook wrote, and while accounts cannot be asked. */
  readonly author: Maybe<User>;
  /** What it asks; null when it asks nothing. */
  readonly poll: Maybe<Poll>;
  /** The webhook that wrote it; null for what people send. */
  readonly webhook: Maybe<MessageWebhook>;
  /** The message that it answers; null when it answers none. */
  readonly replyTo: Maybe<Message>;
  /** The thread that grew from it; null until there is one. */
  readonly thread: Maybe<Channel>;
  /** Files that came with it, at most 10. */
  readonly attachments: ReadonlyArray<Attachment>;
  /** Members whom its text names, at most 100; null while accounts cannot be asked. */
  readonly mentions: Maybe<ReadonlyArray<User>>;
  /** Ids of the roles that it calls, at most 100; the everyone-role's for everybody. */
  readonly mentionedRoleIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Emoji under it, in the order in which each first came; at most 20. */
  readonly reactions: ReadonlyArray<Reaction>;
  /** The moment of a track that it speaks of; null when of none. */
  readonly trackMoment: Maybe<TrackMoment>;
  /** Where it was sent. */
  readonly channel: Maybe<Channel>;
};

/** A page of messages. */
export type MessageConnection = {
  readonly __typename?: 'MessageConnection';
  /** The messages. */
  readonly nodes: ReadonlyArray<Message>;
  /** The messages with their cursors. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many messages the channel has, tombstones included. Of a search how many were found, at most 10,000. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A message in a page. */
export type MessageEdge = {
  readonly __typename?: 'MessageEdge';
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: Message;
};

/** A file that came with a message. Whoever sees the message sees it. */
export type Attachment = Node & {
  readonly __typename?: 'Attachment';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The name that its sender gave it, 1 to 255 bytes; for display only. */
  readonly filename: Scalars['String']['output'];
  /** Its media type by signature. What is no sound and no picture that we know is `application/octet-stream`. */
  readonly contentType: Scalars['String']['output'];
  /** Its size in bytes. */
  readonly byteSize: Scalars['ByteCount']['output'];
  /**
   * Signed address, valid for 50 to 60 minutes and as long as the message stands. It is the same for everybody in the channel for ten minutes.
   * Sound and pictures may be shown in a page, everything else is a file to be kept.
   */
  readonly url: Scalars['URL']['output'];
  /** Pixels across; null for everything that is no picture. */
  readonly width: Maybe<Scalars['Int']['output']>;
  /** Pixels down; null for everything that is no picture. */
  readonly height: Maybe<Scalars['Int']['output']>;
};

/** How often one emoji stands under a message. */
export type Reaction = {
  readonly __typename?: 'Reaction';
  /** The emoji. */
  readonly emoji: Scalars['String']['output'];
  /** How many people put it there. */
  readonly count: Scalars['Int']['output'];
  /** Whether the viewer is one of them. */
  readonly viewerHasReacted: Scalars['Boolean']['output'];
};

/** A place in a track. */
export type TrackMoment = {
  readonly __typename?: 'TrackMoment';
  /** Milliseconds from the start of the track. */
  readonly positionMs: Scalars['Int']['output'];
  /** The track; null when it is gone or no longer for everybody. */
  readonly track: Maybe<Track>;
};

/** A moment of a track to speak of. */
export type TrackMomentInput = {
  /** Id of a track that is ready, and public or unlisted. */
  readonly trackId: Scalars['ID']['input'];
  /** Milliseconds from its start, up to its length. */
  readonly positionMs: Scalars['Int']['input'];
};

/** A message to send. */
export type SendMessageInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
  /** Chosen by the client, 1 to 64 characters; the same again in this channel means the same message. */
  readonly nonce: Scalars['String']['input'];
  /** What it says, 1 to 4,000 characters; may be left out beside files or a track moment. `<@user_…>` names a member; with MENTION_EVERYONE `<@&role_…>` calls a role, `@everyone` all. */
  readonly content?: InputMaybe<Scalars['String']['input']>;
  /** Id of a message of the same channel that it answers. */
  readonly replyToId?: InputMaybe<Scalars['ID']['input']>;
  /** The moment of a track that it speaks of; needs ANCHOR_COMMENT. */
  readonly trackMoment?: InputMaybe<TrackMomentInput>;
  /** What it asks; the text may then be left out. */
  readonly poll?: InputMaybe<PollInput>;
  /** Ids of the viewer's own complete uploads for CHAT_ATTACHMENT, at most 10, each used once. Needs ATTACH_FILES. */
  readonly attachmentUploadIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Answer of `sendMessage`. */
export type SendMessagePayload = {
  readonly __typename?: 'SendMessagePayload';
  /** The message; null when nothing happened. */
  readonly message: Maybe<Message>;
  /** Whether it had been sent before, under the same nonce. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why nothing happened. NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, SLOW_MODE, TIMED_OUT, AUTOMOD_BLOCKED, TRACK_NOT_PLAYABLE, UPLOAD_NOT_READY. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A new text for a message. */
export type EditMessageInput = {
  /** Id of the viewer's own message. */
  readonly messageId: Scalars['ID']['input'];
  /** What it says now, 1 to 4,000 characters. */
  readonly content: Scalars['String']['input'];
};

/** Answer of `editMessage`. */
export type EditMessagePayload = {
  readonly __typename?: 'EditMessagePayload';
  /** The message; null when nothing happened. */
  readonly message: Maybe<Message>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, AUTOMOD_BLOCKED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message to delete. */
export type DeleteMessageInput = {
  /** Id of the message. */
  readonly messageId: Scalars['ID']['input'];
};

/** Answer of `deleteMessage`. */
export type DeleteMessagePayload = {
  readonly __typename?: 'DeleteMessagePayload';
  /** Id of the message; null when nothing happened. */
  readonly deletedMessageId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Messages of one channel to delete together. */
export type BulkDeleteMessagesInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
  /** Ids of 2 to 100 messages; those that are elsewhere or gone are passed over. */
  readonly messageIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `bulkDeleteMessages`. */
export type BulkDeleteMessagesPayload = {
  readonly __typename?: 'BulkDeleteMessagesPayload';
  /** Ids of the messages that went; null when nothing happened. */
  readonly deletedMessageIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An emoji to put under a message. */
export type AddReactionInput = {
  /** Id of the message. */
  readonly messageId: Scalars['ID']['input'];
  /** One emoji, at most 64 characters. */
  readonly emoji: Scalars['String']['input'];
};

/** Answer of `addReaction`. */
export type AddReactionPayload = {
  readonly __typename?: 'AddReactionPayload';
  /** The message; null when nothing happened. */
  readonly message: Maybe<Message>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An emoji to take away. */
export type RemoveReactionInput = {
  /** Id of the message. */
  readonly messageId: Scalars['ID']['input'];
  /** One emoji, at most 64 characters. */
  readonly emoji: Scalars['String']['input'];
};

/** Answer of `removeReaction`. */
export type RemoveReactionPayload = {
  readonly __typename?: 'RemoveReactionPayload';
  /** The message; null when nothing happened. */
  readonly message: Maybe<Message>;
  /** Why nothing happened: NOT_FOUND. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whether a message is to be pinned. */
export type PinMessageInput = {
  /** Id of the message. */
  readonly messageId: Scalars['ID']['input'];
  /** True to pin, false to unpin. */
  readonly pinned: Scalars['Boolean']['input'];
};

/** Answer of `pinMessage`. */
export type PinMessagePayload = {
  readonly __typename?: 'PinMessagePayload';
  /** The message; null when nothing happened. */
  readonly message: Maybe<Message>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What of a channel reaches a person. New values may come. */
export type NotificationLevel =
  /** Everything. */
  | 'ALL'
  /** What concerns them: their name, a role of theirs, everybody, an answer, a direct message. Other messages do not count in their community. */
  | 'MENTIONS'
  /** Nothing: it counts 0 in their community, and their inbox tells of no mention. */
  | 'NONE';

/** What of one channel reaches the viewer. Nobody else sees it. */
export type ChannelNotifications = {
  readonly __typename?: 'ChannelNotifications';
  /** What reaches them while it is not muted. */
  readonly level: NotificationLevel;
  /** Whether it is muted now, which is like `NONE`. */
  readonly isMuted: Scalars['Boolean']['output'];
  /** When the muting ends; null when it never does, and when nothing is muted. */
  readonly mutedUntil: Maybe<Scalars['DateTime']['output']>;
};

/** What of a channel is to reach the viewer; what is left out stays. */
export type SetChannelNotificationsInput = {
  /** Id of a channel that holds messages. */
  readonly channelId: Scalars['ID']['input'];
  /** What reaches them while it is not muted. */
  readonly level?: InputMaybe<NotificationLevel>;
  /** True mutes it, until `mutedUntil` or for ever; false ends that. */
  readonly isMuted?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the muting is to end, in the future; mutes it by itself. Null with nothing else ends the muting. */
  readonly mutedUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answer of `setChannelNotifications`. */
export type SetChannelNotificationsPayload = {
  readonly __typename?: 'SetChannelNotificationsPayload';
  /** The channel; null when nothing happened. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A question that a message asks. Whoever sees the message sees how it stands; nobody sees what others chose. */
export type Poll = {
  readonly __typename?: 'Poll';
  /** The question, 1 to 300 characters. */
  readonly question: Scalars['String']['output'];
  /** What may be chosen, 2 to 10, in the order in which they were given. */
  readonly options: ReadonlyArray<PollOption>;
  /** Whether a person may choose several. */
  readonly isMultiple: Scalars['Boolean']['output'];
  /** When it closes by itself. */
  readonly closesAt: Scalars['DateTime']['output'];
  /** Since when it takes no more votes, by its time or its author; null while it does. */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** People who chose at least one option. */
  readonly voterCount: Scalars['Int']['output'];
  /** Places of the options that the viewer chose, from 0. */
  readonly viewerVotes: ReadonlyArray<Scalars['Int']['output']>;
};

/** One answer that may be chosen. */
export type PollOption = {
  readonly __typename?: 'PollOption';
  /** The answer, 1 to 55 characters. */
  readonly text: Scalars['String']['output'];
  /** People who chose it. */
  readonly voteCount: Scalars['Int']['output'];
};

/** A question to ask with a message. */
export type PollInput = {
  /** The question, 1 to 300 characters. */
  readonly question: Scalars['String']['input'];
  /** What may be chosen: 2 to 10 different answers of 1 to 55 characters. */
  readonly options: ReadonlyArray<Scalars['String']['input']>;
  /** Whether a person may choose several; false when left out. */
  readonly isMultiple?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it closes, within the next 32 days. */
  readonly closesAt: Scalars['DateTime']['input'];
};

/** What the viewer chooses in a poll. */
export type VotePollInput = {
  /** Id of the message that asks. */
  readonly messageId: Scalars['ID']['input'];
  /** Places of the options, from 0; in the place of what was chosen before. None takes it back. */
  readonly options: ReadonlyArray<Scalars['Int']['input']>;
};

/** Answer of `votePoll`. */
export type VotePollPayload = {
  readonly __typename?: 'VotePollPayload';
  /** The message; null when nothing happened. */
  readonly message: Maybe<Message>;
  /** Why nothing happened: NOT_FOUND, INVALID, STATE_NOT_ALLOWED, TIMED_OUT. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A poll to close. */
export type ClosePollInput = {
  /** Id of the viewer's own message that asks. */
  readonly messageId: Scalars['ID']['input'];
};

/** Answer of `closePoll`. */
export type ClosePollPayload = {
  readonly __typename?: 'ClosePollPayload';
  /** The message; null when nothing happened. */
  readonly message: Maybe<Message>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Somebody chose in a poll, or its author closed it. */
export type PollChanged = ChannelEvent & {
  readonly __typename?: 'PollChanged';
  /** Where to resume after this event, at most 512 characters; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Number in the channel's log. */
  readonly seq: Maybe<Scalars['Int']['output']>;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the message, at most 64 characters; what was told of it before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Id of the message that it answers, at most 64 characters; null when it answers none. Told of again, it is quoted anew. */
  readonly quotes: Maybe<Scalars['String']['output']>;
  /** The message as it is now. */
  readonly message: Message;
};

/** Whether somebody is there. New values may come. */
export type Presence =
  /** There, with a device in use. */
  | 'ONLINE'
  /** There, with no device in use. */
  | 'IDLE'
  /** There, and not to be disturbed. */
  | 'DO_NOT_DISTURB'
  /** There without being seen; others see OFFLINE. */
  | 'INVISIBLE'
  /** Not there, or not to be seen. */
  | 'OFFLINE';

/** What goes on in a channel beside its log, or its end. Clients ignore kinds they do not know. */
export type ChannelActivity = TypingStarted | PresenceChanged | AccessRevoked | FeedMark;

/** Somebody types in the channel. */
export type TypingStarted = {
  readonly __typename?: 'TypingStarted';
  /** Who; null while accounts cannot be asked. */
  readonly user: Maybe<User>;
  /** When it fades, unless it is told again or the person's message comes first. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Epoch of the permissions that held when it was told. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the person, at most 64 characters; what was told of them before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
};

/** Somebody who is active in the channel came, went or is to be seen otherwise. */
export type PresenceChanged = {
  readonly __typename?: 'PresenceChanged';
  /** Who; null while accounts cannot be asked. */
  readonly user: Maybe<User>;
  /** How they are seen now. */
  readonly presence: Presence;
  /** Epoch of the permissions that held when it was told. */
  readonly accessEpoch: Maybe<Scalars['String']['output']>;
  /** Id of the person, at most 64 characters; what was told of them before is out of date. */
  readonly subject: Maybe<Scalars['String']['output']>;
};

/** How somebody in a conversation is seen. */
export type ParticipantPresence = {
  readonly __typename?: 'ParticipantPresence';
  /** Who; null while accounts cannot be asked. */
  readonly user: Maybe<User>;
  /** How they are seen. */
  readonly presence: Presence;
  /** What they say of themselves, at most 128 characters; null when nothing was said. */
  readonly statusText: Maybe<Scalars['String']['output']>;
};

/** Where the viewer types. */
export type StartTypingInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
};

/** Answer of `startTyping`. */
export type StartTypingPayload = {
  readonly __typename?: 'StartTypingPayload';
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, TIMED_OUT, BLOCKED, CHANNEL_LOCKED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** How the viewer is to be seen. */
export type SetPresenceInput = {
  /** ONLINE and IDLE are said by one device of itself; the others hold for the person. OFFLINE cannot be set. */
  readonly presence: Presence;
  /** What the viewer says of themselves, at most 128 characters; left out: as it is, null: nothing. */
  readonly statusText?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `setPresence`. */
export type SetPresencePayload = {
  readonly __typename?: 'SetPresencePayload';
  /** Why nothing happened: INVALID; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A named set of permissions in a community. Only its members see it. */
export type Role = Node & {
  readonly __typename?: 'Role';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['output'];
  /** Rank among the roles; 0 is the everyone-role, which every member has. */
  readonly position: Scalars['Int']['output'];
  /** Its colour as `#rrggbb`; null without one of its own. */
  readonly color: Maybe<Scalars['String']['output']>;
  /** What it lets its members do. */
  readonly permissions: ReadonlyArray<Permission>;
};

/** Something that a member may do. New values may come. */
export type Permission =
  /** Everything, in every channel. */
  | 'ADMINISTRATOR'
  /** See a channel at all. */
  | 'VIEW_CHANNEL'
  /** Read messages that were sent before. */
  | 'READ_HISTORY'
  /** Send messages. */
  | 'SEND_MESSAGES'
  /** Send messages in threads. */
  | 'SEND_IN_THREADS'
  /** Change the community itself. */
  | 'MANAGE_COMMUNITY'
  /** Make, change and delete channels. */
  | 'MANAGE_CHANNELS'
  /** Make, change and give roles below one's own. */
  | 'MANAGE_ROLES'
  /** Manage webhooks. */
  | 'MANAGE_WEBHOOKS'
  /** Delete and pin messages of others. */
  | 'MANAGE_MESSAGES'
  /** Remove members, who may come back. */
  | 'KICK_MEMBERS'
  /** Remove people for good. */
  | 'BAN_MEMBERS'
  /** Silence members for a time. */
  | 'TIME_OUT_MEMBERS'
  /** Change nicknames of others. */
  | 'MANAGE_NICKNAMES'
  /** Change one's own nickname. */
  | 'CHANGE_NICKNAME'
  /** Read who changed what. */
  | 'VIEW_AUDIT_LOG'
  /** Make invites. */
  | 'CREATE_INVITE'
  /** Start threads. */
  | 'CREATE_THREADS'
  /** Start private threads. */
  | 'CREATE_PRIVATE_THREADS'
  /** Archive, lock and join any thread. */
  | 'MANAGE_THREADS'
  /** Pin messages. */
  | 'PIN_MESSAGES'
  /** Have links shown with a preview. */
  | 'EMBED_LINKS'
  /** Attach files. */
  | 'ATTACH_FILES'
  /** Put emoji under messages. */
  | 'ADD_REACTIONS'
  /** Call everybody at once. */
  | 'MENTION_EVERYONE'
  /** Send regardless of slow mode. */
  | 'BYPASS_SLOW_MODE'
  /** Attach a moment of a track to a message. */
  | 'ANCHOR_COMMENT'
  /** Drive a listening party that somebody else hosts. */
  | 'CONTROL_PLAYBACK'
  /** Queue tracks in a listening party. */
  | 'QUEUE_TRACKS'
  /** Upload stems. */
  | 'UPLOAD_STEM'
  /** Approve a version of a track. */
  | 'APPROVE_VERSION'
  /** Download originals. */
  | 'DOWNLOAD_ORIGINAL';

/** What one channel grants and takes beyond the community, for one role or one member. */
export type ChannelOverwrite = {
  readonly __typename?: 'ChannelOverwrite';
  /** The role that it concerns; null when it concerns a member. */
  readonly role: Maybe<Role>;
  /** The member whom it concerns; null when it concerns a role, and while accounts cannot be asked. */
  readonly user: Maybe<User>;
  /** What it grants. */
  readonly allow: ReadonlyArray<Permission>;
  /** What it takes. */
  readonly deny: ReadonlyArray<Permission>;
};

/** A role to add. */
export type CreateRoleInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Its colour as `#rrggbb`, 7 characters; none of its own when left out. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  /** What it lets its members do; only what the viewer may do too. */
  readonly permissions: ReadonlyArray<Permission>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `createRole`. */
export type CreateRolePayload = {
  readonly __typename?: 'CreateRolePayload';
  /** The role; null when nothing happened. */
  readonly role: Maybe<Role>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to change in a role; what is left out stays. */
export type UpdateRoleInput = {
  /** Id of the role. */
  readonly roleId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Its colour as `#rrggbb`, 7 characters; null for none of its own. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  /** What it lets its members do; only what the viewer may do too can come or go. */
  readonly permissions?: InputMaybe<ReadonlyArray<Permission>>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `updateRole`. */
export type UpdateRolePayload = {
  readonly __typename?: 'UpdateRolePayload';
  /** The role; null when nothing happened. */
  readonly role: Maybe<Role>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where a role is to stand. */
export type MoveRoleInput = {
  /** Id of the role. */
  readonly roleId: Scalars['ID']['input'];
  /** Its place among the roles, from 1; those between make room. */
  readonly position: Scalars['Int']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `moveRole`. */
export type MoveRolePayload = {
  readonly __typename?: 'MoveRolePayload';
  /** The role; null when nothing happened. */
  readonly role: Maybe<Role>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A role to delete. */
export type DeleteRoleInput = {
  /** Id of the role. */
  readonly roleId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `deleteRole`. */
export type DeleteRolePayload = {
  readonly __typename?: 'DeleteRolePayload';
  /** Id of the role; null when nothing happened. */
  readonly deletedRoleId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A role to give to a member. */
export type AssignRoleInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the member. */
  readonly userId: Scalars['ID']['input'];
  /** Id of the role. */
  readonly roleId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `assignRole`. */
export type AssignRolePayload = {
  readonly __typename?: 'AssignRolePayload';
  /** The member; null when nothing happened. */
  readonly member: Maybe<Member>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A role to take from a member. */
export type UnassignRoleInput = {
  /** Id of the community. */
  readonly communityId: Scalars['ID']['input'];
  /** Id of the member. */
  readonly userId: Scalars['ID']['input'];
  /** Id of the role. */
  readonly roleId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `unassignRole`. */
export type UnassignRolePayload = {
  readonly __typename?: 'UnassignRolePayload';
  /** The member; null when nothing happened. */
  readonly member: Maybe<Member>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a channel is to grant and take, for exactly one of a role and a member. */
export type SetChannelOverwriteInput = {
  /** Id of the channel; in a category it reaches the channels that are synced with it. */
  readonly channelId: Scalars['ID']['input'];
  /** Id of the role. */
  readonly roleId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the member. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
  /** What it grants; only what the viewer may do too. */
  readonly allow: ReadonlyArray<Permission>;
  /** What it takes; only what the viewer may do too, and nothing that it grants. */
  readonly deny: ReadonlyArray<Permission>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `setChannelOverwrite`. */
export type SetChannelOverwritePayload = {
  readonly __typename?: 'SetChannelOverwritePayload';
  /** The channel; null when nothing happened, and when the viewer no longer sees it. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An overwrite to take away, of exactly one of a role and a member. */
export type RemoveChannelOverwriteInput = {
  /** Id of the channel; in a category it reaches the channels that are synced with it. */
  readonly channelId: Scalars['ID']['input'];
  /** Id of the role. */
  readonly roleId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the member. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `removeChannelOverwrite`. */
export type RemoveChannelOverwritePayload = {
  readonly __typename?: 'RemoveChannelOverwritePayload';
  /** The channel; null when nothing happened, and when the viewer no longer sees it. */
  readonly channel: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Communities, their channels and messages. */
export type Query = {
  readonly __typename?: 'Query';
  /** A community by id; null when it is absent or the viewer is no member. Example: `query { community(id: $id) { name } }`. */
  readonly community: Maybe<Community>;
  /** A community by its slug; null when it is absent or the viewer is no member. Example: `query CommunityPage`. */
  readonly communityBySlug: Maybe<Community>;
  /** A channel by id; null when it is absent or invisible to the viewer. Example: `query ChannelHistory`. */
  readonly channel: Maybe<Channel>;
  /** What an invite leads to; null when it is unknown, expired or used up. Example: `query { invite(code: $code) { communityName } }`. */
  readonly invite: Maybe<InvitePreview>;
  /** A message by id; null when it is absent or invisible to the viewer. Example: `query { message(id: $id) { content } }`. */
  readonly message: Maybe<Message>;
  /**
   * Messages of a community by their words, newest first; null when the community is absent or invisible. Example: `query SearchMessages`.
   * Only what the viewer may read is looked at and counted. Takes at most 2 seconds, else OPERATION_TIMEOUT, and 60 searches a minute.
   */
  readonly searchMessages: Maybe<MessageConnection>;
  /** Who of these people may follow a channel, in the order asked; only the gateway asks. Example: `{ channelAdmissions { isAdmitted } }`. */
  readonly channelAdmissions: ReadonlyArray<ChannelAdmission>;
};


/** Communities, their channels and messages. */
export type QueryCommunityArgs = {
  id: Scalars['ID']['input'];
};


/** Communities, their channels and messages. */
export type QueryCommunityBySlugArgs = {
  slug: Scalars['String']['input'];
};


/** Communities, their channels and messages. */
export type QueryChannelArgs = {
  id: Scalars['ID']['input'];
};


/** Communities, their channels and messages. */
export type QueryInviteArgs = {
  code: Scalars['String']['input'];
};


/** Communities, their channels and messages. */
export type QueryMessageArgs = {
  id: Scalars['ID']['input'];
};


/** Communities, their channels and messages. */
export type QuerySearchMessagesArgs = {
  communityId: Scalars['ID']['input'];
  query: Scalars['String']['input'];
  filter?: InputMaybe<MessageSearchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Communities, their channels and messages. */
export type QueryChannelAdmissionsArgs = {
  channelId: Scalars['ID']['input'];
  userIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Founding, joining, talking and listening together. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Founds a private community that the viewer owns. Example: `mutation CreateCommunity`. */
  readonly createCommunity: CreateCommunityPayload;
  /** Adds a channel behind the last one; needs MANAGE_CHANNELS. Example: `mutation CreateChannel`. */
  readonly createChannel: CreateChannelPayload;
  /** Makes an invite to a community; needs CREATE_INVITE. Example: `mutation CreateInvite`. */
  readonly createInvite: CreateInvitePayload;
  /** Joins the community of an invite; whoever is a member already takes no use of it. Example: `mutation JoinCommunity`. */
  readonly joinCommunity: JoinCommunityPayload;
  /** Ends the viewer's membership and their open streams; an owner cannot leave. Example: `mutation LeaveCommunity`. */
  readonly leaveCommunity: LeaveCommunityPayload;
  /** Changes name, slug or description; needs MANAGE_COMMUNITY. Example: `mutation { updateCommunity(input: $input) { community { name } } }`. */
  readonly updateCommunity: UpdateCommunityPayload;
  /** Ends a community for everybody; its owner may. Example: `mutation { deleteCommunity(input: $input) { deletedCommunityId } }`. */
  readonly deleteCommunity: DeleteCommunityPayload;
  /** Gives a community to another member; its owner may. Example: `mutation { transferCommunity(input: $input) { community { id } } }`. */
  readonly transferCommunity: TransferCommunityPayload;
  /** Changes a channel with MANAGE_CHANNELS, or the name of a group. Example: `mutation { updateChannel(input: $input) { channel { name } } }`. */
  readonly updateChannel: UpdateChannelPayload;
  /** Puts a channel elsewhere; needs MANAGE_CHANNELS. Example: `mutation { moveChannel(input: $input) { channel { position } } }`. */
  readonly moveChannel: MoveChannelPayload;
  /** Deletes a channel and ends its streams; needs MANAGE_CHANNELS. Example: `mutation { deleteChannel(input: $input) { deletedChannelId } }`. */
  readonly deleteChannel: DeleteChannelPayload;
  /** Ends an invite; its maker may, or MANAGE_COMMUNITY. Example: `mutation { revokeInvite(input: $input) { revokedCode } }`. */
  readonly revokeInvite: RevokeInvitePayload;
  /** Adds a role just above the everyone-role; needs MANAGE_ROLES. Example: `mutation CreateRole`. */
  readonly createRole: CreateRolePayload;
  /** Changes a role below one's own; needs MANAGE_ROLES. Example: `mutation { updateRole(input: $input) { role { name } } }`. */
  readonly updateRole: UpdateRolePayload;
  /** Moves a role among those below one's own; needs MANAGE_ROLES. Example: `mutation { moveRole(input: $input) { role { position } } }`. */
  readonly moveRole: MoveRolePayload;
  /** Deletes a role below one's own; needs MANAGE_ROLES. Example: `mutation { deleteRole(input: $input) { deletedRoleId } }`. */
  readonly deleteRole: DeleteRolePayload;
  /** Gives a member a role below one's own; needs MANAGE_ROLES. Example: `mutation AssignRole`. */
  readonly assignRole: AssignRolePayload;
  /** Takes a role below one's own from a member; needs MANAGE_ROLES. Example: `mutation { unassignRole(input: $input) { member { joinedAt } } }`. */
  readonly unassignRole: UnassignRolePayload;
  /** Sets what a channel grants and takes; needs MANAGE_ROLES in it. Example: `mutation SetChannelOverwrite`. */
  readonly setChannelOverwrite: SetChannelOverwritePayload;
  /** Takes an overwrite away; needs MANAGE_ROLES in the channel. Example: `mutation { removeChannelOverwrite(input: $input) { channel { id } } }`. */
  readonly removeChannelOverwrite: RemoveChannelOverwritePayload;
  /** Names a member here: oneself, or others with MANAGE_NICKNAMES. Example: `mutation { setNickname(input: $input) { member { nickname } } }`. */
  readonly setNickname: SetNicknamePayload;
  /** Removes a member, who may come back; needs KICK_MEMBERS. Example: `mutation KickMember`. */
  readonly kickMember: KickMemberPayload;
  /** Bars a person, member or not; needs BAN_MEMBERS. Example: `mutation BanMember`. */
  readonly banMember: BanMemberPayload;
  /** Ends a ban; needs BAN_MEMBERS. Example: `mutation { unbanMember(input: $input) { unbannedUserId } }`. */
  readonly unbanMember: UnbanMemberPayload;
  /** Leaves a member nothing but reading for a time; needs TIME_OUT_MEMBERS. Example: `mutation TimeOutMember`. */
  readonly timeOutMember: TimeOutMemberPayload;
  /** Ends a time-out; needs TIME_OUT_MEMBERS. Example: `mutation { liftTimeOut(input: $input) { member { timedOutUntil } } }`. */
  readonly liftTimeOut: LiftTimeOutPayload;
  /** Adds a rule about what members may write; needs MANAGE_COMMUNITY. Example: `mutation { createAutoModRule(input: $input) { rule { id } } }`. */
  readonly createAutoModRule: CreateAutoModRulePayload;
  /** Changes a rule; needs MANAGE_COMMUNITY. Example: `mutation { updateAutoModRule(input: $input) { rule { name } } }`. */
  readonly updateAutoModRule: UpdateAutoModRulePayload;
  /** Deletes a rule; needs MANAGE_COMMUNITY. Example: `mutation { deleteAutoModRule(input: $input) { deletedRuleId } }`. */
  readonly deleteAutoModRule: DeleteAutoModRulePayload;
  /**
   * Opens the conversation of the viewer with 1 to 9 others. Example: `mutation OpenDirectConversation`.
   * The same people get the same conversation again, also when they open it at the same instant.
   */
  readonly openDirectConversation: OpenDirectConversationPayload;
  /** Brings people into a group of the viewer. Example: `mutation { addParticipants(input: $input) { channel { id } } }`. */
  readonly addParticipants: AddParticipantsPayload;
  /** Takes the viewer out of a group. Example: `mutation { leaveConversation(input: $input) { leftChannelId } }`. */
  readonly leaveConversation: LeaveConversationPayload;
  /**
   * Says from whom the viewer takes new conversations. Example: `mutation ($input: SetDirectMessageSourceInput!)`
   * `{ setDirectMessageSource(input: $input) { directMessageSource } }`.
   */
  readonly setDirectMessageSource: SetDirectMessageSourcePayload;
  /** Says that the viewer types; others see it for 10 seconds, told at most once in 8. Example: `mutation StartTyping`. */
  readonly startTyping: StartTypingPayload;
  /** Says how the viewer is to be seen by others. Example: `mutation SetPresence`. */
  readonly setPresence: SetPresencePayload;
  /**
   * Sends a message; the answer means that it is stored. Example: `mutation SendMessage`.
   * The same nonce from the same author in the same channel answers the first message with `replayed: true`, whatever else differs.
   */
  readonly sendMessage: SendMessagePayload;
  /**
   * Keeps a message to be sent later, with the rights of then. Example: `mutation { scheduleMessage(input: $input) { replayed } }`.
   * The same nonce in the same channel answers the first one with `replayed: true`.
   */
  readonly scheduleMessage: ScheduleMessagePayload;
  /** Changes text or time of one. Example: `mutation { updateScheduledMessage(input: $input) { scheduledMessage { sendAt } } }`. */
  readonly updateScheduledMessage: UpdateScheduledMessagePayload;
  /** Takes one back. Example: `mutation { cancelScheduledMessage(input: $input) { cancelledScheduledMessageId } }`. */
  readonly cancelScheduledMessage: CancelScheduledMessagePayload;
  /** Replaces the text of the viewer's own message. Example: `mutation EditMessage`. */
  readonly editMessage: EditMessagePayload;
  /** Leaves only the tombstone of an own message, or of any with MANAGE_MESSAGES. Example: `mutation DeleteMessage`. */
  readonly deleteMessage: DeleteMessagePayload;
  /** Deletes 2 to 100 messages; needs MANAGE_MESSAGES. Example: `mutation { bulkDeleteMessages(input: $input) { deletedMessageIds } }`. */
  readonly bulkDeleteMessages: BulkDeleteMessagesPayload;
  /** Puts an emoji under a message; the same again changes nothing. Example: `mutation AddReaction`. */
  readonly addReaction: AddReactionPayload;
  /** Takes the viewer's emoji away from a message; none there changes nothing. Example: `mutation RemoveReaction`. */
  readonly removeReaction: RemoveReactionPayload;
  /** Pins a message or unpins it; needs PIN_MESSAGES or MANAGE_MESSAGES. Example: `mutation PinMessage`. */
  readonly pinMessage: PinMessagePayload;
  /**
   * Starts a thread, of a message or in a channel. Example: `mutation CreateThread`.
   * Of a message there is one: asking again answers the same. Needs CREATE_THREADS, or CREATE_PRIVATE_THREADS for a private one.
   */
  readonly createThread: CreateThreadPayload;
  /**
   * Changes, archives or locks a thread. Example: `mutation { updateThread(input: $input) { thread { name isLocked archivedAt } } }`.
   * Its maker may while it is not locked, whoever may write in it may open it again, MANAGE_THREADS may everything.
   */
  readonly updateThread: UpdateThreadPayload;
  /** Makes the viewer a member of a thread. Example: `mutation { joinThread(input: $input) { thread { viewerHasJoined } } }`. */
  readonly joinThread: JoinThreadPayload;
  /** Ends the viewer's membership in a thread. Example: `mutation { leaveThread(input: $input) { leftThreadId } }`. */
  readonly leaveThread: LeaveThreadPayload;
  /** Adds somebody to a thread of the viewer. Example: `mutation { addThreadMember(input: $input) { thread { id } } }`. */
  readonly addThreadMember: AddThreadMemberPayload;
  /** Takes somebody out of a thread; needs MANAGE_THREADS, or to have made it. Example: `mutation { removeThreadMember(input: $input) { thread { id } } }`. */
  readonly removeThreadMember: RemoveThreadMemberPayload;
  /**
   * Chooses in a poll, in the place of what the viewer chose before. Example: `mutation { votePoll(input: $input) { message { id } } }`.
   * Whoever sees the message may, while the poll is open and they are in no time-out.
   */
  readonly votePoll: VotePollPayload;
  /** Closes the viewer's own poll. Example: `mutation { closePoll(input: $input) { message { id } } }`. */
  readonly closePoll: ClosePollPayload;
  /** Makes a webhook; needs MANAGE_WEBHOOKS. Example: `mutation { createWebhook(input: $input) { webhook { id } url } }`. */
  readonly createWebhook: CreateWebhookPayload;
  /** Changes a webhook; needs MANAGE_WEBHOOKS. Example: `mutation { updateWebhook(input: $input) { webhook { name } } }`. */
  readonly updateWebhook: UpdateWebhookPayload;
  /** Gives a webhook another secret; needs MANAGE_WEBHOOKS. Example: `mutation { regenerateWebhook(input: $input) { url } }`. */
  readonly regenerateWebhook: RegenerateWebhookPayload;
  /** Deletes a webhook; needs MANAGE_WEBHOOKS. Example: `mutation { deleteWebhook(input: $input) { deletedWebhookId } }`. */
  readonly deleteWebhook: DeleteWebhookPayload;
  /** Moves the viewer's read mark forward to a message, never back. Example: `mutation MarkChannelRead`. */
  readonly markChannelRead: MarkChannelReadPayload;
  /** Sets what of a channel reaches the viewer. Example: `mutation { setChannelNotifications(input: $input) { channel { id } } }`. */
  readonly setChannelNotifications: SetChannelNotificationsPayload;
  /**
   * Sets what a listening party hears, in the channel's own log. Example: `mutation SyncPlayback`.
   * The host may, holders of CONTROL_PLAYBACK may, and in a party without a host anybody, who then becomes it.
   */
  readonly syncPlayback: SyncPlaybackPayload;
};


/** Founding, joining, talking and listening together. */
export type MutationCreateCommunityArgs = {
  input: CreateCommunityInput;
};


/** Founding, joining, talking and listening together. */
export type MutationCreateChannelArgs = {
  input: CreateChannelInput;
};


/** Founding, joining, talking and listening together. */
export type MutationCreateInviteArgs = {
  input: CreateInviteInput;
};


/** Founding, joining, talking and listening together. */
export type MutationJoinCommunityArgs = {
  input: JoinCommunityInput;
};


/** Founding, joining, talking and listening together. */
export type MutationLeaveCommunityArgs = {
  input: LeaveCommunityInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUpdateCommunityArgs = {
  input: UpdateCommunityInput;
};


/** Founding, joining, talking and listening together. */
export type MutationDeleteCommunityArgs = {
  input: DeleteCommunityInput;
};


/** Founding, joining, talking and listening together. */
export type MutationTransferCommunityArgs = {
  input: TransferCommunityInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUpdateChannelArgs = {
  input: UpdateChannelInput;
};


/** Founding, joining, talking and listening together. */
export type MutationMoveChannelArgs = {
  input: MoveChannelInput;
};


/** Founding, joining, talking and listening together. */
export type MutationDeleteChannelArgs = {
  input: DeleteChannelInput;
};


/** Founding, joining, talking and listening together. */
export type MutationRevokeInviteArgs = {
  input: RevokeInviteInput;
};


/** Founding, joining, talking and listening together. */
export type MutationCreateRoleArgs = {
  input: CreateRoleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUpdateRoleArgs = {
  input: UpdateRoleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationMoveRoleArgs = {
  input: MoveRoleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationDeleteRoleArgs = {
  input: DeleteRoleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationAssignRoleArgs = {
  input: AssignRoleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUnassignRoleArgs = {
  input: UnassignRoleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationSetChannelOverwriteArgs = {
  input: SetChannelOverwriteInput;
};


/** Founding, joining, talking and listening together. */
export type MutationRemoveChannelOverwriteArgs = {
  input: RemoveChannelOverwriteInput;
};


/** Founding, joining, talking and listening together. */
export type MutationSetNicknameArgs = {
  input: SetNicknameInput;
};


/** Founding, joining, talking and listening together. */
export type MutationKickMemberArgs = {
  input: KickMemberInput;
};


/** Founding, joining, talking and listening together. */
export type MutationBanMemberArgs = {
  input: BanMemberInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUnbanMemberArgs = {
  input: UnbanMemberInput;
};


/** Founding, joining, talking and listening together. */
export type MutationTimeOutMemberArgs = {
  input: TimeOutMemberInput;
};


/** Founding, joining, talking and listening together. */
export type MutationLiftTimeOutArgs = {
  input: LiftTimeOutInput;
};


/** Founding, joining, talking and listening together. */
export type MutationCreateAutoModRuleArgs = {
  input: CreateAutoModRuleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUpdateAutoModRuleArgs = {
  input: UpdateAutoModRuleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationDeleteAutoModRuleArgs = {
  input: DeleteAutoModRuleInput;
};


/** Founding, joining, talking and listening together. */
export type MutationOpenDirectConversationArgs = {
  input: OpenDirectConversationInput;
};


/** Founding, joining, talking and listening together. */
export type MutationAddParticipantsArgs = {
  input: AddParticipantsInput;
};


/** Founding, joining, talking and listening together. */
export type MutationLeaveConversationArgs = {
  input: LeaveConversationInput;
};


/** Founding, joining, talking and listening together. */
export type MutationSetDirectMessageSourceArgs = {
  input: SetDirectMessageSourceInput;
};


/** Founding, joining, talking and listening together. */
export type MutationStartTypingArgs = {
  input: StartTypingInput;
};


/** Founding, joining, talking and listening together. */
export type MutationSetPresenceArgs = {
  input: SetPresenceInput;
};


/** Founding, joining, talking and listening together. */
export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


/** Founding, joining, talking and listening together. */
export type MutationScheduleMessageArgs = {
  input: ScheduleMessageInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUpdateScheduledMessageArgs = {
  input: UpdateScheduledMessageInput;
};


/** Founding, joining, talking and listening together. */
export type MutationCancelScheduledMessageArgs = {
  input: CancelScheduledMessageInput;
};


/** Founding, joining, talking and listening together. */
export type MutationEditMessageArgs = {
  input: EditMessageInput;
};


/** Founding, joining, talking and listening together. */
export type MutationDeleteMessageArgs = {
  input: DeleteMessageInput;
};


/** Founding, joining, talking and listening together. */
export type MutationBulkDeleteMessagesArgs = {
  input: BulkDeleteMessagesInput;
};


/** Founding, joining, talking and listening together. */
export type MutationAddReactionArgs = {
  input: AddReactionInput;
};


/** Founding, joining, talking and listening together. */
export type MutationRemoveReactionArgs = {
  input: RemoveReactionInput;
};


/** Founding, joining, talking and listening together. */
export type MutationPinMessageArgs = {
  input: PinMessageInput;
};


/** Founding, joining, talking and listening together. */
export type MutationCreateThreadArgs = {
  input: CreateThreadInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUpdateThreadArgs = {
  input: UpdateThreadInput;
};


/** Founding, joining, talking and listening together. */
export type MutationJoinThreadArgs = {
  input: JoinThreadInput;
};


/** Founding, joining, talking and listening together. */
export type MutationLeaveThreadArgs = {
  input: LeaveThreadInput;
};


/** Founding, joining, talking and listening together. */
export type MutationAddThreadMemberArgs = {
  input: AddThreadMemberInput;
};


/** Founding, joining, talking and listening together. */
export type MutationRemoveThreadMemberArgs = {
  input: RemoveThreadMemberInput;
};


/** Founding, joining, talking and listening together. */
export type MutationVotePollArgs = {
  input: VotePollInput;
};


/** Founding, joining, talking and listening together. */
export type MutationClosePollArgs = {
  input: ClosePollInput;
};


/** Founding, joining, talking and listening together. */
export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


/** Founding, joining, talking and listening together. */
export type MutationUpdateWebhookArgs = {
  input: UpdateWebhookInput;
};


/** Founding, joining, talking and listening together. */
export type MutationRegenerateWebhookArgs = {
  input: RegenerateWebhookInput;
};


/** Founding, joining, talking and listening together. */
export type MutationDeleteWebhookArgs = {
  input: DeleteWebhookInput;
};


/** Founding, joining, talking and listening together. */
export type MutationMarkChannelReadArgs = {
  input: MarkChannelReadInput;
};


/** Founding, joining, talking and listening together. */
export type MutationSetChannelNotificationsArgs = {
  input: SetChannelNotificationsInput;
};


/** Founding, joining, talking and listening together. */
export type MutationSyncPlaybackArgs = {
  input: SyncPlaybackInput;
};

/** What happens, as it happens. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * The log of one channel, live (class: log). Example: `subscription ChannelEvents`.
   * Without `after` from now on; with it first what was missed, then live, in order, without a gap or a double. `cursor` of the last event
   * seen is the next `after`. A cursor that can no longer be served brings one `ResyncRequired`, a lost permission one `AccessRevoked`;
   * then the stream ends. Absent and invisible channels are refused alike with NOT_FOUND.
   */
  readonly channelEvents: ChannelEvent;
  /**
   * Who types in a channel and who comes and goes there, from now on (class: hint). Example: `subscription ChannelActivity`.
   * Nothing of it is kept, and it may be lost: of each person and kind the latest is told, at most four things a second.
   * Presence is told of people in the conversation, and of those who wrote in the channel within the hour.
   */
  readonly channelActivity: ChannelActivity;
  /**
   * The log of one community, live (class: log). Example: `subscription { communityEvents(communityId: $id) { cursor } }`.
   * It tells of the community itself, its channels, roles and members.
   * The rules are those of `channelEvents`; an event shows what is true when it is handed out, with the viewer's eyes.
   */
  readonly communityEvents: CommunityEvent;
  /**
   * What reaches the viewer, live (class: log). Example: `subscription Inbox`.
   * Mentions and memberships are a log of 30 days with the rules of `channelEvents`; what calls many at once, and unread counts, are brought up
   * to date after a resume. Losing sight of a channel takes its mentions out.
   */
  readonly inboxEvents: InboxEvent;
};


/** What happens, as it happens. */
export type SubscriptionChannelEventsArgs = {
  channelId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What happens, as it happens. */
export type SubscriptionChannelActivityArgs = {
  channelId: Scalars['ID']['input'];
};


/** What happens, as it happens. */
export type SubscriptionCommunityEventsArgs = {
  communityId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What happens, as it happens. */
export type SubscriptionInboxEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person as everybody sees them. */
export type User = Node & {
  readonly __typename?: 'User';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Unique, lower case, 3 to 32 of `a-z 0-9 _ .`. */
  readonly username: Scalars['String']['output'];
  /** As the person wants to be called; at most 100 characters. */
  readonly displayName: Scalars['String']['output'];
  /** The person's picture; null when they have none. */
  readonly avatar: Maybe<Image>;
};

/** A track; it belongs to the subgraph tracks. */
export type Track = Node & {
  readonly __typename?: 'Track';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
};

/** The signed-in person's own account; its id is the id of the user. Nobody else sees it. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The id of the user. */
  readonly id: Scalars['ID']['output'];
  /** Communities that the viewer is a member of, by the time of joining. */
  readonly communities: Maybe<CommunityConnection>;
  /** The `after` to follow the inbox from without a gap; null when that cannot be told now. */
  readonly inboxCursor: Maybe<Scalars['String']['output']>;
  /** Messages that the viewer has scheduled and that wait or failed, by their time; at most 100. */
  readonly scheduledMessages: Maybe<ReadonlyArray<ScheduledMessage>>;
  /** How the viewer wants to be seen; null when that cannot be told now. */
  readonly presence: Maybe<Presence>;
  /** What the viewer says of themselves, at most 128 characters; null when nothing was said. */
  readonly statusText: Maybe<Scalars['String']['output']>;
  /** From whom the viewer takes new conversations; null when that cannot be told now. */
  readonly directMessageSource: Maybe<DirectMessageSource>;
  /** Conversations that the viewer is in, the newest activity first. */
  readonly directConversations: Maybe<ChannelConnection>;
};


/** The signed-in person's own account; its id is the id of the user. Nobody else sees it. */
export type ViewerCommunitiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The signed-in person's own account; its id is the id of the user. Nobody else sees it. */
export type ViewerDirectConversationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What a mutation was refused for. New values may come. */
export type UserErrorCode =
  /** A value is missing, too long, out of range or of the wrong form. */
  | 'INVALID'
  /** There is no such thing, or the viewer cannot see it. */
  | 'NOT_FOUND'
  /** The viewer sees the thing but may not do this. */
  | 'NOT_PERMITTED'
  /** A quota is used up. */
  | 'LIMIT_REACHED'
  /** The slug belongs to another community. */
  | 'SLUG_TAKEN'
  /** Slow mode: the viewer sent something too recently. */
  | 'SLOW_MODE'
  /** The invite is unknown, expired or used up. */
  | 'INVITE_INVALID'
  /** Who owns a community cannot leave it. */
  | 'OWNER_CANNOT_LEAVE'
  /** The thing or the person stands at or above the viewer's own highest role. */
  | 'HIERARCHY'
  /** The viewer is in a time-out and may only read. */
  | 'TIMED_OUT'
  /** One of the two people blocks the other; it does not tell which. */
  | 'BLOCKED'
  /** The thing is in a state that does not allow this. */
  | 'STATE_NOT_ALLOWED'
  /** The thread is locked: only those with MANAGE_THREADS write in it. */
  | 'CHANNEL_LOCKED'
  /** A rule of the community does not allow the text. */
  | 'AUTOMOD_BLOCKED'
  /** The track is not ready, not for everybody, or shorter than that. */
  | 'TRACK_NOT_PLAYABLE'
  /** A file has not arrived yet; it may be a moment later. */
  | 'UPLOAD_NOT_READY';

/** A message that is sent later. Only its author sees it, until it is sent and is a message. */
export type ScheduledMessage = {
  readonly __typename?: 'ScheduledMessage';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Where it is to be sent; null while its author cannot see the channel. */
  readonly channel: Maybe<Channel>;
  /** What it says, at most 4,000 characters. */
  readonly content: Scalars['String']['output'];
  /** The message that it answers; null when it answers none, or none that its author sees. */
  readonly replyTo: Maybe<Message>;
  /** When it is to be sent. */
  readonly sendAt: Scalars['DateTime']['output'];
  /** Whether it waits or was refused. */
  readonly state: ScheduledMessageState;
  /** Why it was not sent when its time had come; null while it waits. */
  readonly failure: Maybe<UserErrorCode>;
  /** When it was scheduled. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** How far a scheduled message is. New values may come. */
export type ScheduledMessageState =
  /** It waits for its time. */
  | 'PENDING'
  /** It was refused when its time had come; a new time makes it wait again. */
  | 'FAILED';

/** A message to send later. */
export type ScheduleMessageInput = {
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['input'];
  /** Chosen by the client, 1 to 64 characters; the same again in this channel means the same message. */
  readonly nonce: Scalars['String']['input'];
  /** What it says, 1 to 4,000 characters. */
  readonly content: Scalars['String']['input'];
  /** Id of a message of the same channel that it answers. */
  readonly replyToId?: InputMaybe<Scalars['ID']['input']>;
  /** When to send it, within the next 30 days. */
  readonly sendAt: Scalars['DateTime']['input'];
};

/** Answer of `scheduleMessage`. */
export type ScheduleMessagePayload = {
  readonly __typename?: 'ScheduleMessagePayload';
  /** The message as it waits; null when nothing happened. */
  readonly scheduledMessage: Maybe<ScheduledMessage>;
  /** Whether it had been scheduled before, under the same nonce. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why nothing happened. NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, TIMED_OUT, BLOCKED, CHANNEL_LOCKED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to change in a scheduled message; what is left out stays. */
export type UpdateScheduledMessageInput = {
  /** Id of the viewer's own scheduled message. */
  readonly scheduledMessageId: Scalars['ID']['input'];
  /** What it says, 1 to 4,000 characters. */
  readonly content?: InputMaybe<Scalars['String']['input']>;
  /** When to send it, within the next 30 days. */
  readonly sendAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answer of `updateScheduledMessage`. */
export type UpdateScheduledMessagePayload = {
  readonly __typename?: 'UpdateScheduledMessagePayload';
  /** The message as it waits; null when nothing happened. */
  readonly scheduledMessage: Maybe<ScheduledMessage>;
  /** Why nothing happened: NOT_FOUND, STATE_NOT_ALLOWED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A scheduled message to take back. */
export type CancelScheduledMessageInput = {
  /** Id of the viewer's own scheduled message. */
  readonly scheduledMessageId: Scalars['ID']['input'];
};

/** Answer of `cancelScheduledMessage`. */
export type CancelScheduledMessagePayload = {
  readonly __typename?: 'CancelScheduledMessagePayload';
  /** Id of the message; null when nothing happened. */
  readonly cancelledScheduledMessageId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, STATE_NOT_ALLOWED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What else messages must be to be found; all of it holds together. */
export type MessageSearchFilter = {
  /** Id of who sent them. */
  readonly authorId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a channel, or a thread, of the community. */
  readonly channelId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a person whom their text names. */
  readonly mentionsUserId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether files came with them. */
  readonly hasAttachment?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether they hold a web address. */
  readonly hasLink?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether they speak of a moment of a track. */
  readonly hasTrackMoment?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether they are pinned. */
  readonly isPinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Sent at this instant or later. */
  readonly since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Sent before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A thread to start: of a message, or in a channel. */
export type CreateThreadInput = {
  /** Id of the message that it grows from; exactly one of `messageId` and `channelId` is due. */
  readonly messageId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the channel that it hangs on, when it grows from no message. */
  readonly channelId?: InputMaybe<Scalars['ID']['input']>;
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Whether only its members see it; with `channelId` only. False when left out. */
  readonly isPrivate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Seconds of silence that archive it: 3,600, 86,400, 259,200 or 604,800; 259,200 when left out. */
  readonly archiveAfterSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `createThread`. */
export type CreateThreadPayload = {
  readonly __typename?: 'CreateThreadPayload';
  /** The thread; null when nothing happened. */
  readonly thread: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, AUTOMOD_BLOCKED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to change in a thread; what is left out stays. */
export type UpdateThreadInput = {
  /** Id of the thread. */
  readonly threadId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** True archives it, false opens it again; a message opens it, too. */
  readonly isArchived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether only those with MANAGE_THREADS write in it. */
  readonly isLocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Seconds of silence after which it is archived: 3,600, 86,400, 259,200 or 604,800. */
  readonly archiveAfterSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `updateThread`. */
export type UpdateThreadPayload = {
  readonly __typename?: 'UpdateThreadPayload';
  /** The thread; null when nothing happened. */
  readonly thread: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, AUTOMOD_BLOCKED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A thread to join. */
export type JoinThreadInput = {
  /** Id of the thread. */
  readonly threadId: Scalars['ID']['input'];
};

/** Answer of `joinThread`. */
export type JoinThreadPayload = {
  readonly __typename?: 'JoinThreadPayload';
  /** The thread; null when nothing happened. */
  readonly thread: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A thread to leave. */
export type LeaveThreadInput = {
  /** Id of the thread. */
  readonly threadId: Scalars['ID']['input'];
};

/** Answer of `leaveThread`. */
export type LeaveThreadPayload = {
  readonly __typename?: 'LeaveThreadPayload';
  /** Id of the thread; null when nothing happened. */
  readonly leftThreadId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Somebody to add to a thread. */
export type AddThreadMemberInput = {
  /** Id of the thread. */
  readonly threadId: Scalars['ID']['input'];
  /** Id of somebody who sees the channel that it hangs on. */
  readonly userId: Scalars['ID']['input'];
};

/** Answer of `addThreadMember`. */
export type AddThreadMemberPayload = {
  readonly __typename?: 'AddThreadMemberPayload';
  /** The thread; null when nothing happened. */
  readonly thread: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Somebody to take out of a thread. */
export type RemoveThreadMemberInput = {
  /** Id of the thread. */
  readonly threadId: Scalars['ID']['input'];
  /** Id of the person. */
  readonly userId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `removeThreadMember`. */
export type RemoveThreadMemberPayload = {
  readonly __typename?: 'RemoveThreadMemberPayload';
  /** The thread; null when nothing happened. */
  readonly thread: Maybe<Channel>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A door through which other programs write into a channel. Only members with MANAGE_WEBHOOKS in it see it. */
export type Webhook = {
  readonly __typename?: 'Webhook';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Shown with what it writes, unless a message names itself; 1 to 100 characters. */
  readonly name: Scalars['String']['output'];
  /** Whether its messages call roles and everybody, and not only people. */
  readonly mayMentionEveryone: Scalars['Boolean']['output'];
  /** Who made it; null while accounts cannot be asked. */
  readonly creator: Maybe<User>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** Who wrote a message that no person did. */
export type MessageWebhook = {
  readonly __typename?: 'MessageWebhook';
  /** Id of the webhook, which may be gone. */
  readonly id: Scalars['ID']['output'];
  /** What it was called, or called itself, when it wrote that; 1 to 100 characters. */
  readonly name: Scalars['String']['output'];
};

/** A webhook to make. */
export type CreateWebhookInput = {
  /** Id of the channel that it writes into; a channel has at most 10. */
  readonly channelId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Whether its messages call roles and everybody; needs MENTION_EVERYONE. False when left out. */
  readonly mayMentionEveryone?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `createWebhook`. */
export type CreateWebhookPayload = {
  readonly __typename?: 'CreateWebhookPayload';
  /** The webhook; null when nothing happened. */
  readonly webhook: Maybe<Webhook>;
  /** Where to POST `{content, username?, nonce?}` as JSON. It holds the secret and is told only here; null when nothing happened. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to change in a webhook; what is left out stays. */
export type UpdateWebhookInput = {
  /** Id of the webhook. */
  readonly webhookId: Scalars['ID']['input'];
  /** Its name, 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whether its messages call roles and everybody; needs MENTION_EVERYONE. */
  readonly mayMentionEveryone?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `updateWebhook`. */
export type UpdateWebhookPayload = {
  readonly __typename?: 'UpdateWebhookPayload';
  /** The webhook; null when nothing happened. */
  readonly webhook: Maybe<Webhook>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A webhook that is to have another address. */
export type RegenerateWebhookInput = {
  /** Id of the webhook. */
  readonly webhookId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `regenerateWebhook`. */
export type RegenerateWebhookPayload = {
  readonly __typename?: 'RegenerateWebhookPayload';
  /** The webhook; null when nothing happened. */
  readonly webhook: Maybe<Webhook>;
  /** Where to POST from now on; told only here. Null when nothing happened. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A webhook to delete. */
export type DeleteWebhookInput = {
  /** Id of the webhook. */
  readonly webhookId: Scalars['ID']['input'];
  /** Why, at most 512 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `deleteWebhook`. */
export type DeleteWebhookPayload = {
  readonly __typename?: 'DeleteWebhookPayload';
  /** Id of the webhook; null when nothing happened. */
  readonly deletedWebhookId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened: NOT_FOUND, NOT_PERMITTED, INVALID. */
  readonly userErrors: ReadonlyArray<UserError>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Channel: Channel;
  Community: Community;
  Message: Message;
  Attachment: Attachment;
  Role: Role;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Channel:
    ( { __typename: 'Channel' }
    & GraphQLRecursivePick<FederationTypes['Channel'], {"id":true}> );
  Community:
    ( { __typename: 'Community' }
    & GraphQLRecursivePick<FederationTypes['Community'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"id":true}> );
  Attachment:
    ( { __typename: 'Attachment' }
    & GraphQLRecursivePick<FederationTypes['Attachment'], {"id":true}> );
  Role:
    ( { __typename: 'Role' }
    & GraphQLRecursivePick<FederationTypes['Role'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( ChannelModel )
    | ( CommunityModel )
    | ( MessageModel )
    | ( AttachmentModel )
    | ( RoleModel )
    | ( UserModel )
    | ( Track )
  ;
  CommunityEvent:
    | ( CommunityChangedModel )
    | ( ChannelsChangedModel )
    | ( RolesChangedModel )
    | ( MemberChangedModel )
    | ( ResyncRequiredModel )
    | ( AccessRevokedModel )
  ;
  ChannelEvent:
    | ( MessageSentModel )
    | ( MessageEditedModel )
    | ( MessageDeletedModel )
    | ( ReactionsChangedModel )
    | ( MessagePinChangedModel )
    | ( PlaybackSyncedModel )
    | ( ResyncRequiredModel )
    | ( AccessRevokedModel )
    | ( FeedMarkModel )
    | ( PollChangedModel )
  ;
  InboxEvent:
    | ( ResyncRequiredModel )
    | ( UnreadChangedModel )
    | ( MentionedModel )
    | ( MembershipChangedModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  ByteCount: ResolverTypeWrapper<Scalars['ByteCount']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  Image: ResolverTypeWrapper<ImageModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CommunityAuditEntry: ResolverTypeWrapper<CommunityAuditEntryModel>;
  CommunityAuditChange: ResolverTypeWrapper<CommunityAuditChange>;
  CommunityAuditConnection: ResolverTypeWrapper<Omit<CommunityAuditConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversTypes['CommunityAuditEntry']>, edges: ReadonlyArray<ResolversTypes['CommunityAuditEdge']> }>;
  CommunityAuditEdge: ResolverTypeWrapper<Omit<CommunityAuditEdge, 'node'> & { node: ResolversTypes['CommunityAuditEntry'] }>;
  CommunityAuditAction: CommunityAuditAction;
  AutoModRule: ResolverTypeWrapper<AutoModRuleModel>;
  AutoModTrigger: AutoModTrigger;
  CreateAutoModRuleInput: CreateAutoModRuleInput;
  CreateAutoModRulePayload: ResolverTypeWrapper<Omit<CreateAutoModRulePayload, 'rule'> & { rule?: Maybe<ResolversTypes['AutoModRule']> }>;
  UpdateAutoModRuleInput: UpdateAutoModRuleInput;
  UpdateAutoModRulePayload: ResolverTypeWrapper<Omit<UpdateAutoModRulePayload, 'rule'> & { rule?: Maybe<ResolversTypes['AutoModRule']> }>;
  DeleteAutoModRuleInput: DeleteAutoModRuleInput;
  DeleteAutoModRulePayload: ResolverTypeWrapper<DeleteAutoModRulePayload>;
  Channel: ResolverTypeWrapper<ChannelModel>;
  ChannelKind: ChannelKind;
  PartyPlayback: ResolverTypeWrapper<PartyPlaybackModel>;
  CreateChannelInput: CreateChannelInput;
  CreateChannelPayload: ResolverTypeWrapper<Omit<CreateChannelPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  UpdateChannelInput: UpdateChannelInput;
  UpdateChannelPayload: ResolverTypeWrapper<Omit<UpdateChannelPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  MoveChannelInput: MoveChannelInput;
  MoveChannelPayload: ResolverTypeWrapper<Omit<MoveChannelPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  DeleteChannelInput: DeleteChannelInput;
  DeleteChannelPayload: ResolverTypeWrapper<DeleteChannelPayload>;
  MarkChannelReadInput: MarkChannelReadInput;
  MarkChannelReadPayload: ResolverTypeWrapper<Omit<MarkChannelReadPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  SyncPlaybackInput: SyncPlaybackInput;
  SyncPlaybackPayload: ResolverTypeWrapper<Omit<SyncPlaybackPayload, 'playback'> & { playback?: Maybe<ResolversTypes['PartyPlayback']> }>;
  CommunityEvent: ResolverTypeWrapper<CommunityEventModel>;
  CommunityChanged: ResolverTypeWrapper<CommunityChangedModel>;
  ChannelsChanged: ResolverTypeWrapper<ChannelsChangedModel>;
  RolesChanged: ResolverTypeWrapper<RolesChangedModel>;
  MemberChanged: ResolverTypeWrapper<MemberChangedModel>;
  Community: ResolverTypeWrapper<CommunityModel>;
  CommunityConnection: ResolverTypeWrapper<Omit<CommunityConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversTypes['Community']>, edges: ReadonlyArray<ResolversTypes['CommunityEdge']> }>;
  CommunityEdge: ResolverTypeWrapper<Omit<CommunityEdge, 'node'> & { node: ResolversTypes['Community'] }>;
  Invite: ResolverTypeWrapper<Invite>;
  InvitePreview: ResolverTypeWrapper<InvitePreview>;
  CreateCommunityInput: CreateCommunityInput;
  CreateCommunityPayload: ResolverTypeWrapper<Omit<CreateCommunityPayload, 'community'> & { community?: Maybe<ResolversTypes['Community']> }>;
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: ResolverTypeWrapper<CreateInvitePayload>;
  JoinCommunityInput: JoinCommunityInput;
  JoinCommunityPayload: ResolverTypeWrapper<Omit<JoinCommunityPayload, 'community'> & { community?: Maybe<ResolversTypes['Community']> }>;
  LeaveCommunityInput: LeaveCommunityInput;
  LeaveCommunityPayload: ResolverTypeWrapper<LeaveCommunityPayload>;
  UpdateCommunityInput: UpdateCommunityInput;
  UpdateCommunityPayload: ResolverTypeWrapper<Omit<UpdateCommunityPayload, 'community'> & { community?: Maybe<ResolversTypes['Community']> }>;
  DeleteCommunityInput: DeleteCommunityInput;
  DeleteCommunityPayload: ResolverTypeWrapper<DeleteCommunityPayload>;
  TransferCommunityInput: TransferCommunityInput;
  TransferCommunityPayload: ResolverTypeWrapper<Omit<TransferCommunityPayload, 'community'> & { community?: Maybe<ResolversTypes['Community']> }>;
  RevokeInviteInput: RevokeInviteInput;
  RevokeInvitePayload: ResolverTypeWrapper<RevokeInvitePayload>;
  ChannelConnection: ResolverTypeWrapper<Omit<ChannelConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversTypes['Channel']>, edges: ReadonlyArray<ResolversTypes['ChannelEdge']> }>;
  ChannelEdge: ResolverTypeWrapper<Omit<ChannelEdge, 'node'> & { node: ResolversTypes['Channel'] }>;
  OpenDirectConversationInput: OpenDirectConversationInput;
  OpenDirectConversationPayload: ResolverTypeWrapper<Omit<OpenDirectConversationPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  AddParticipantsInput: AddParticipantsInput;
  AddParticipantsPayload: ResolverTypeWrapper<Omit<AddParticipantsPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  LeaveConversationInput: LeaveConversationInput;
  LeaveConversationPayload: ResolverTypeWrapper<LeaveConversationPayload>;
  DirectMessageSource: DirectMessageSource;
  SetDirectMessageSourceInput: SetDirectMessageSourceInput;
  SetDirectMessageSourcePayload: ResolverTypeWrapper<SetDirectMessageSourcePayload>;
  ChannelEvent: ResolverTypeWrapper<ChannelEventModel>;
  MessageSent: ResolverTypeWrapper<MessageSentModel>;
  MessageEdited: ResolverTypeWrapper<MessageEditedModel>;
  MessageDeleted: ResolverTypeWrapper<MessageDeletedModel>;
  ReactionsChanged: ResolverTypeWrapper<ReactionsChangedModel>;
  ReactionChange: ResolverTypeWrapper<ReactionChange>;
  MessagePinChanged: ResolverTypeWrapper<MessagePinChangedModel>;
  PlaybackSynced: ResolverTypeWrapper<PlaybackSyncedModel>;
  ResyncRequired: ResolverTypeWrapper<ResyncRequiredModel>;
  AccessRevoked: ResolverTypeWrapper<AccessRevokedModel>;
  FeedMark: ResolverTypeWrapper<FeedMarkModel>;
  ChannelAdmission: ResolverTypeWrapper<ChannelAdmissionModel>;
  StreamEndReason: StreamEndReason;
  InboxEvent: ResolverTypeWrapper<InboxEventModel>;
  UnreadChanged: ResolverTypeWrapper<UnreadChangedModel>;
  Mentioned: ResolverTypeWrapper<MentionedModel>;
  MentionCause: MentionCause;
  MembershipChanged: ResolverTypeWrapper<MembershipChangedModel>;
  CommunityMembershipState: CommunityMembershipState;
  Member: ResolverTypeWrapper<MemberModel>;
  MemberConnection: ResolverTypeWrapper<Omit<MemberConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversTypes['Member']>, edges: ReadonlyArray<ResolversTypes['MemberEdge']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  Ban: ResolverTypeWrapper<BanModel>;
  BanConnection: ResolverTypeWrapper<Omit<BanConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversTypes['Ban']>, edges: ReadonlyArray<ResolversTypes['BanEdge']> }>;
  BanEdge: ResolverTypeWrapper<Omit<BanEdge, 'node'> & { node: ResolversTypes['Ban'] }>;
  SetNicknameInput: SetNicknameInput;
  SetNicknamePayload: ResolverTypeWrapper<Omit<SetNicknamePayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  KickMemberInput: KickMemberInput;
  KickMemberPayload: ResolverTypeWrapper<KickMemberPayload>;
  BanMemberInput: BanMemberInput;
  BanMemberPayload: ResolverTypeWrapper<BanMemberPayload>;
  UnbanMemberInput: UnbanMemberInput;
  UnbanMemberPayload: ResolverTypeWrapper<UnbanMemberPayload>;
  TimeOutMemberInput: TimeOutMemberInput;
  TimeOutMemberPayload: ResolverTypeWrapper<Omit<TimeOutMemberPayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  LiftTimeOutInput: LiftTimeOutInput;
  LiftTimeOutPayload: ResolverTypeWrapper<Omit<LiftTimeOutPayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  Message: ResolverTypeWrapper<MessageModel>;
  MessageConnection: ResolverTypeWrapper<MessageConnectionModel>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  Attachment: ResolverTypeWrapper<AttachmentModel>;
  Reaction: ResolverTypeWrapper<ReactionModel>;
  TrackMoment: ResolverTypeWrapper<TrackMomentModel>;
  TrackMomentInput: TrackMomentInput;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  EditMessageInput: EditMessageInput;
  EditMessagePayload: ResolverTypeWrapper<Omit<EditMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: ResolverTypeWrapper<DeleteMessagePayload>;
  BulkDeleteMessagesInput: BulkDeleteMessagesInput;
  BulkDeleteMessagesPayload: ResolverTypeWrapper<BulkDeleteMessagesPayload>;
  AddReactionInput: AddReactionInput;
  AddReactionPayload: ResolverTypeWrapper<Omit<AddReactionPayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  RemoveReactionInput: RemoveReactionInput;
  RemoveReactionPayload: ResolverTypeWrapper<Omit<RemoveReactionPayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  PinMessageInput: PinMessageInput;
  PinMessagePayload: ResolverTypeWrapper<Omit<PinMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  NotificationLevel: NotificationLevel;
  ChannelNotifications: ResolverTypeWrapper<ChannelNotifications>;
  SetChannelNotificationsInput: SetChannelNotificationsInput;
  SetChannelNotificationsPayload: ResolverTypeWrapper<Omit<SetChannelNotificationsPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  Poll: ResolverTypeWrapper<PollModel>;
  PollOption: ResolverTypeWrapper<PollOption>;
  PollInput: PollInput;
  VotePollInput: VotePollInput;
  VotePollPayload: ResolverTypeWrapper<Omit<VotePollPayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  ClosePollInput: ClosePollInput;
  ClosePollPayload: ResolverTypeWrapper<Omit<ClosePollPayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  PollChanged: ResolverTypeWrapper<PollChangedModel>;
  Presence: Presence;
  ChannelActivity: ResolverTypeWrapper<ChannelActivityModel>;
  TypingStarted: ResolverTypeWrapper<TypingStartedModel>;
  PresenceChanged: ResolverTypeWrapper<PresenceChangedModel>;
  ParticipantPresence: ResolverTypeWrapper<ParticipantPresenceModel>;
  StartTypingInput: StartTypingInput;
  StartTypingPayload: ResolverTypeWrapper<StartTypingPayload>;
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: ResolverTypeWrapper<SetPresencePayload>;
  Role: ResolverTypeWrapper<RoleModel>;
  Permission: Permission;
  ChannelOverwrite: ResolverTypeWrapper<ChannelOverwriteModel>;
  CreateRoleInput: CreateRoleInput;
  CreateRolePayload: ResolverTypeWrapper<Omit<CreateRolePayload, 'role'> & { role?: Maybe<ResolversTypes['Role']> }>;
  UpdateRoleInput: UpdateRoleInput;
  UpdateRolePayload: ResolverTypeWrapper<Omit<UpdateRolePayload, 'role'> & { role?: Maybe<ResolversTypes['Role']> }>;
  MoveRoleInput: MoveRoleInput;
  MoveRolePayload: ResolverTypeWrapper<Omit<MoveRolePayload, 'role'> & { role?: Maybe<ResolversTypes['Role']> }>;
  DeleteRoleInput: DeleteRoleInput;
  DeleteRolePayload: ResolverTypeWrapper<DeleteRolePayload>;
  AssignRoleInput: AssignRoleInput;
  AssignRolePayload: ResolverTypeWrapper<Omit<AssignRolePayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  UnassignRoleInput: UnassignRoleInput;
  UnassignRolePayload: ResolverTypeWrapper<Omit<UnassignRolePayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  SetChannelOverwriteInput: SetChannelOverwriteInput;
  SetChannelOverwritePayload: ResolverTypeWrapper<Omit<SetChannelOverwritePayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  RemoveChannelOverwriteInput: RemoveChannelOverwriteInput;
  RemoveChannelOverwritePayload: ResolverTypeWrapper<Omit<RemoveChannelOverwritePayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserModel>;
  Track: ResolverTypeWrapper<Track>;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  UserErrorCode: UserErrorCode;
  ScheduledMessage: ResolverTypeWrapper<ScheduledMessageModel>;
  ScheduledMessageState: ScheduledMessageState;
  ScheduleMessageInput: ScheduleMessageInput;
  ScheduleMessagePayload: ResolverTypeWrapper<Omit<ScheduleMessagePayload, 'scheduledMessage'> & { scheduledMessage?: Maybe<ResolversTypes['ScheduledMessage']> }>;
  UpdateScheduledMessageInput: UpdateScheduledMessageInput;
  UpdateScheduledMessagePayload: ResolverTypeWrapper<Omit<UpdateScheduledMessagePayload, 'scheduledMessage'> & { scheduledMessage?: Maybe<ResolversTypes['ScheduledMessage']> }>;
  CancelScheduledMessageInput: CancelScheduledMessageInput;
  CancelScheduledMessagePayload: ResolverTypeWrapper<CancelScheduledMessagePayload>;
  MessageSearchFilter: MessageSearchFilter;
  CreateThreadInput: CreateThreadInput;
  CreateThreadPayload: ResolverTypeWrapper<Omit<CreateThreadPayload, 'thread'> & { thread?: Maybe<ResolversTypes['Channel']> }>;
  UpdateThreadInput: UpdateThreadInput;
  UpdateThreadPayload: ResolverTypeWrapper<Omit<UpdateThreadPayload, 'thread'> & { thread?: Maybe<ResolversTypes['Channel']> }>;
  JoinThreadInput: JoinThreadInput;
  JoinThreadPayload: ResolverTypeWrapper<Omit<JoinThreadPayload, 'thread'> & { thread?: Maybe<ResolversTypes['Channel']> }>;
  LeaveThreadInput: LeaveThreadInput;
  LeaveThreadPayload: ResolverTypeWrapper<LeaveThreadPayload>;
  AddThreadMemberInput: AddThreadMemberInput;
  AddThreadMemberPayload: ResolverTypeWrapper<Omit<AddThreadMemberPayload, 'thread'> & { thread?: Maybe<ResolversTypes['Channel']> }>;
  RemoveThreadMemberInput: RemoveThreadMemberInput;
  RemoveThreadMemberPayload: ResolverTypeWrapper<Omit<RemoveThreadMemberPayload, 'thread'> & { thread?: Maybe<ResolversTypes['Channel']> }>;
  Webhook: ResolverTypeWrapper<WebhookModel>;
  MessageWebhook: ResolverTypeWrapper<MessageWebhook>;
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: ResolverTypeWrapper<Omit<CreateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  UpdateWebhookInput: UpdateWebhookInput;
  UpdateWebhookPayload: ResolverTypeWrapper<Omit<UpdateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  RegenerateWebhookInput: RegenerateWebhookInput;
  RegenerateWebhookPayload: ResolverTypeWrapper<Omit<RegenerateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: ResolverTypeWrapper<DeleteWebhookPayload>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  URL: Scalars['URL']['output'];
  ByteCount: Scalars['ByteCount']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserError;
  Image: ImageModel;
  Int: Scalars['Int']['output'];
  CommunityAuditEntry: CommunityAuditEntryModel;
  CommunityAuditChange: CommunityAuditChange;
  CommunityAuditConnection: Omit<CommunityAuditConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversParentTypes['CommunityAuditEntry']>, edges: ReadonlyArray<ResolversParentTypes['CommunityAuditEdge']> };
  CommunityAuditEdge: Omit<CommunityAuditEdge, 'node'> & { node: ResolversParentTypes['CommunityAuditEntry'] };
  AutoModRule: AutoModRuleModel;
  CreateAutoModRuleInput: CreateAutoModRuleInput;
  CreateAutoModRulePayload: Omit<CreateAutoModRulePayload, 'rule'> & { rule?: Maybe<ResolversParentTypes['AutoModRule']> };
  UpdateAutoModRuleInput: UpdateAutoModRuleInput;
  UpdateAutoModRulePayload: Omit<UpdateAutoModRulePayload, 'rule'> & { rule?: Maybe<ResolversParentTypes['AutoModRule']> };
  DeleteAutoModRuleInput: DeleteAutoModRuleInput;
  DeleteAutoModRulePayload: DeleteAutoModRulePayload;
  Channel: ChannelModel;
  PartyPlayback: PartyPlaybackModel;
  CreateChannelInput: CreateChannelInput;
  CreateChannelPayload: Omit<CreateChannelPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  UpdateChannelInput: UpdateChannelInput;
  UpdateChannelPayload: Omit<UpdateChannelPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  MoveChannelInput: MoveChannelInput;
  MoveChannelPayload: Omit<MoveChannelPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  DeleteChannelInput: DeleteChannelInput;
  DeleteChannelPayload: DeleteChannelPayload;
  MarkChannelReadInput: MarkChannelReadInput;
  MarkChannelReadPayload: Omit<MarkChannelReadPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  SyncPlaybackInput: SyncPlaybackInput;
  SyncPlaybackPayload: Omit<SyncPlaybackPayload, 'playback'> & { playback?: Maybe<ResolversParentTypes['PartyPlayback']> };
  CommunityEvent: CommunityEventModel;
  CommunityChanged: CommunityChangedModel;
  ChannelsChanged: ChannelsChangedModel;
  RolesChanged: RolesChangedModel;
  MemberChanged: MemberChangedModel;
  Community: CommunityModel;
  CommunityConnection: Omit<CommunityConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversParentTypes['Community']>, edges: ReadonlyArray<ResolversParentTypes['CommunityEdge']> };
  CommunityEdge: Omit<CommunityEdge, 'node'> & { node: ResolversParentTypes['Community'] };
  Invite: Invite;
  InvitePreview: InvitePreview;
  CreateCommunityInput: CreateCommunityInput;
  CreateCommunityPayload: Omit<CreateCommunityPayload, 'community'> & { community?: Maybe<ResolversParentTypes['Community']> };
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: CreateInvitePayload;
  JoinCommunityInput: JoinCommunityInput;
  JoinCommunityPayload: Omit<JoinCommunityPayload, 'community'> & { community?: Maybe<ResolversParentTypes['Community']> };
  LeaveCommunityInput: LeaveCommunityInput;
  LeaveCommunityPayload: LeaveCommunityPayload;
  UpdateCommunityInput: UpdateCommunityInput;
  UpdateCommunityPayload: Omit<UpdateCommunityPayload, 'community'> & { community?: Maybe<ResolversParentTypes['Community']> };
  DeleteCommunityInput: DeleteCommunityInput;
  DeleteCommunityPayload: DeleteCommunityPayload;
  TransferCommunityInput: TransferCommunityInput;
  TransferCommunityPayload: Omit<TransferCommunityPayload, 'community'> & { community?: Maybe<ResolversParentTypes['Community']> };
  RevokeInviteInput: RevokeInviteInput;
  RevokeInvitePayload: RevokeInvitePayload;
  ChannelConnection: Omit<ChannelConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversParentTypes['Channel']>, edges: ReadonlyArray<ResolversParentTypes['ChannelEdge']> };
  ChannelEdge: Omit<ChannelEdge, 'node'> & { node: ResolversParentTypes['Channel'] };
  OpenDirectConversationInput: OpenDirectConversationInput;
  OpenDirectConversationPayload: Omit<OpenDirectConversationPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  AddParticipantsInput: AddParticipantsInput;
  AddParticipantsPayload: Omit<AddParticipantsPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  LeaveConversationInput: LeaveConversationInput;
  LeaveConversationPayload: LeaveConversationPayload;
  SetDirectMessageSourceInput: SetDirectMessageSourceInput;
  SetDirectMessageSourcePayload: SetDirectMessageSourcePayload;
  ChannelEvent: ChannelEventModel;
  MessageSent: MessageSentModel;
  MessageEdited: MessageEditedModel;
  MessageDeleted: MessageDeletedModel;
  ReactionsChanged: ReactionsChangedModel;
  ReactionChange: ReactionChange;
  MessagePinChanged: MessagePinChangedModel;
  PlaybackSynced: PlaybackSyncedModel;
  ResyncRequired: ResyncRequiredModel;
  AccessRevoked: AccessRevokedModel;
  FeedMark: FeedMarkModel;
  ChannelAdmission: ChannelAdmissionModel;
  InboxEvent: InboxEventModel;
  UnreadChanged: UnreadChangedModel;
  Mentioned: MentionedModel;
  MembershipChanged: MembershipChangedModel;
  Member: MemberModel;
  MemberConnection: Omit<MemberConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversParentTypes['Member']>, edges: ReadonlyArray<ResolversParentTypes['MemberEdge']> };
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  Ban: BanModel;
  BanConnection: Omit<BanConnection, 'nodes' | 'edges'> & { nodes: ReadonlyArray<ResolversParentTypes['Ban']>, edges: ReadonlyArray<ResolversParentTypes['BanEdge']> };
  BanEdge: Omit<BanEdge, 'node'> & { node: ResolversParentTypes['Ban'] };
  SetNicknameInput: SetNicknameInput;
  SetNicknamePayload: Omit<SetNicknamePayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  KickMemberInput: KickMemberInput;
  KickMemberPayload: KickMemberPayload;
  BanMemberInput: BanMemberInput;
  BanMemberPayload: BanMemberPayload;
  UnbanMemberInput: UnbanMemberInput;
  UnbanMemberPayload: UnbanMemberPayload;
  TimeOutMemberInput: TimeOutMemberInput;
  TimeOutMemberPayload: Omit<TimeOutMemberPayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  LiftTimeOutInput: LiftTimeOutInput;
  LiftTimeOutPayload: Omit<LiftTimeOutPayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  Message: MessageModel;
  MessageConnection: MessageConnectionModel;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  Attachment: AttachmentModel;
  Reaction: ReactionModel;
  TrackMoment: TrackMomentModel;
  TrackMomentInput: TrackMomentInput;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  EditMessageInput: EditMessageInput;
  EditMessagePayload: Omit<EditMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: DeleteMessagePayload;
  BulkDeleteMessagesInput: BulkDeleteMessagesInput;
  BulkDeleteMessagesPayload: BulkDeleteMessagesPayload;
  AddReactionInput: AddReactionInput;
  AddReactionPayload: Omit<AddReactionPayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  RemoveReactionInput: RemoveReactionInput;
  RemoveReactionPayload: Omit<RemoveReactionPayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  PinMessageInput: PinMessageInput;
  PinMessagePayload: Omit<PinMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  ChannelNotifications: ChannelNotifications;
  SetChannelNotificationsInput: SetChannelNotificationsInput;
  SetChannelNotificationsPayload: Omit<SetChannelNotificationsPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  Poll: PollModel;
  PollOption: PollOption;
  PollInput: PollInput;
  VotePollInput: VotePollInput;
  VotePollPayload: Omit<VotePollPayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  ClosePollInput: ClosePollInput;
  ClosePollPayload: Omit<ClosePollPayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  PollChanged: PollChangedModel;
  ChannelActivity: ChannelActivityModel;
  TypingStarted: TypingStartedModel;
  PresenceChanged: PresenceChangedModel;
  ParticipantPresence: ParticipantPresenceModel;
  StartTypingInput: StartTypingInput;
  StartTypingPayload: StartTypingPayload;
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: SetPresencePayload;
  Role: RoleModel;
  ChannelOverwrite: ChannelOverwriteModel;
  CreateRoleInput: CreateRoleInput;
  CreateRolePayload: Omit<CreateRolePayload, 'role'> & { role?: Maybe<ResolversParentTypes['Role']> };
  UpdateRoleInput: UpdateRoleInput;
  UpdateRolePayload: Omit<UpdateRolePayload, 'role'> & { role?: Maybe<ResolversParentTypes['Role']> };
  MoveRoleInput: MoveRoleInput;
  MoveRolePayload: Omit<MoveRolePayload, 'role'> & { role?: Maybe<ResolversParentTypes['Role']> };
  DeleteRoleInput: DeleteRoleInput;
  DeleteRolePayload: DeleteRolePayload;
  AssignRoleInput: AssignRoleInput;
  AssignRolePayload: Omit<AssignRolePayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  UnassignRoleInput: UnassignRoleInput;
  UnassignRolePayload: Omit<UnassignRolePayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  SetChannelOverwriteInput: SetChannelOverwriteInput;
  SetChannelOverwritePayload: Omit<SetChannelOverwritePayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  RemoveChannelOverwriteInput: RemoveChannelOverwriteInput;
  RemoveChannelOverwritePayload: Omit<RemoveChannelOverwritePayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  User: UserModel;
  Track: Track;
  Viewer: ViewerModel;
  ScheduledMessage: ScheduledMessageModel;
  ScheduleMessageInput: ScheduleMessageInput;
  ScheduleMessagePayload: Omit<ScheduleMessagePayload, 'scheduledMessage'> & { scheduledMessage?: Maybe<ResolversParentTypes['ScheduledMessage']> };
  UpdateScheduledMessageInput: UpdateScheduledMessageInput;
  UpdateScheduledMessagePayload: Omit<UpdateScheduledMessagePayload, 'scheduledMessage'> & { scheduledMessage?: Maybe<ResolversParentTypes['ScheduledMessage']> };
  CancelScheduledMessageInput: CancelScheduledMessageInput;
  CancelScheduledMessagePayload: CancelScheduledMessagePayload;
  MessageSearchFilter: MessageSearchFilter;
  CreateThreadInput: CreateThreadInput;
  CreateThreadPayload: Omit<CreateThreadPayload, 'thread'> & { thread?: Maybe<ResolversParentTypes['Channel']> };
  UpdateThreadInput: UpdateThreadInput;
  UpdateThreadPayload: Omit<UpdateThreadPayload, 'thread'> & { thread?: Maybe<ResolversParentTypes['Channel']> };
  JoinThreadInput: JoinThreadInput;
  JoinThreadPayload: Omit<JoinThreadPayload, 'thread'> & { thread?: Maybe<ResolversParentTypes['Channel']> };
  LeaveThreadInput: LeaveThreadInput;
  LeaveThreadPayload: LeaveThreadPayload;
  AddThreadMemberInput: AddThreadMemberInput;
  AddThreadMemberPayload: Omit<AddThreadMemberPayload, 'thread'> & { thread?: Maybe<ResolversParentTypes['Channel']> };
  RemoveThreadMemberInput: RemoveThreadMemberInput;
  RemoveThreadMemberPayload: Omit<RemoveThreadMemberPayload, 'thread'> & { thread?: Maybe<ResolversParentTypes['Channel']> };
  Webhook: WebhookModel;
  MessageWebhook: MessageWebhook;
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: Omit<CreateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  UpdateWebhookInput: UpdateWebhookInput;
  UpdateWebhookPayload: Omit<UpdateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  RegenerateWebhookInput: RegenerateWebhookInput;
  RegenerateWebhookPayload: Omit<RegenerateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: DeleteWebhookPayload;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  level: Scalars['String']['input'];
  scopes?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  rule?: Maybe<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = ChatContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = {
  share?: Scalars['String']['input'];
  policy?: Scalars['String']['input'];
  cursorArg?: Maybe<Scalars['String']['input']>;
  topicArg?: Maybe<Scalars['String']['input']>;
  admission?: Maybe<Scalars['String']['input']>;
};

export type LiveDirectiveResolver<Result, Parent, ContextType = ChatContext, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerDirectiveArgs = { };

export type ViewerDirectiveResolver<Result, Parent, ContextType = ChatContext, Args = ViewerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export interface ByteCountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ByteCount'], any> {
  name: 'ByteCount';
}

export type NodeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Channel' | 'Community' | 'Message' | 'Attachment' | 'Role' | 'User' | 'Track', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType, RequireFields<ImageUrlArgs, 'size'>>;
};

export type CommunityAuditEntryResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityAuditEntry'] = ResolversParentTypes['CommunityAuditEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['CommunityAuditAction'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['CommunityAuditChange']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CommunityAuditChangeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityAuditChange'] = ResolversParentTypes['CommunityAuditChange']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommunityAuditConnectionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityAuditConnection'] = ResolversParentTypes['CommunityAuditConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CommunityAuditEntry']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CommunityAuditEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommunityAuditEdgeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityAuditEdge'] = ResolversParentTypes['CommunityAuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CommunityAuditEntry'], ParentType, ContextType>;
};

export type AutoModRuleResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['AutoModRule'] = ResolversParentTypes['AutoModRule']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['AutoModTrigger'], ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  patterns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  allowedDomains?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mentionLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeOutSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exemptRoleIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  exemptChannelIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type CreateAutoModRulePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CreateAutoModRulePayload'] = ResolversParentTypes['CreateAutoModRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['AutoModRule']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateAutoModRulePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UpdateAutoModRulePayload'] = ResolversParentTypes['UpdateAutoModRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['AutoModRule']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteAutoModRulePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['DeleteAutoModRulePayload'] = ResolversParentTypes['DeleteAutoModRulePayload']> = {
  deletedRuleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel'], FederationReferenceType extends FederationReferenceTypes['Channel'] = FederationReferenceTypes['Channel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Channel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChannelKind'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  sourceMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  isPrivate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isLocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  archiveAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  viewerHasJoined?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  threads?: Resolver<ResolversTypes['ChannelConnection'], ParentType, ContextType, RequireFields<ChannelThreadsArgs, 'isArchived'>>;
  threadMembers?: Resolver<Maybe<ResolversTypes['MemberConnection']>, ParentType, ContextType, Partial<ChannelThreadMembersArgs>>;
  webhooks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  overwrites?: Resolver<ReadonlyArray<ResolversTypes['ChannelOverwrite']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  participantPresences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ParticipantPresence']>>, ParentType, ContextType>;
  viewerPermissions?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
  slowModeSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mentionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerNotifications?: Resolver<ResolversTypes['ChannelNotifications'], ParentType, ContextType>;
  eventCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  playback?: Resolver<Maybe<ResolversTypes['PartyPlayback']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ChannelMessagesArgs>>;
  pinnedMessages?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartyPlaybackResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['PartyPlayback'] = ResolversParentTypes['PartyPlayback']> = {
  isPlaying?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  positionMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CreateChannelPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CreateChannelPayload'] = ResolversParentTypes['CreateChannelPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateChannelPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UpdateChannelPayload'] = ResolversParentTypes['UpdateChannelPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MoveChannelPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MoveChannelPayload'] = ResolversParentTypes['MoveChannelPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteChannelPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['DeleteChannelPayload'] = ResolversParentTypes['DeleteChannelPayload']> = {
  deletedChannelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkChannelReadPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MarkChannelReadPayload'] = ResolversParentTypes['MarkChannelReadPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SyncPlaybackPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['SyncPlaybackPayload'] = ResolversParentTypes['SyncPlaybackPayload']> = {
  playback?: Resolver<Maybe<ResolversTypes['PartyPlayback']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CommunityEventResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityEvent'] = ResolversParentTypes['CommunityEvent']> = {
  __resolveType: TypeResolveFn<'CommunityChanged' | 'ChannelsChanged' | 'RolesChanged' | 'MemberChanged' | 'ResyncRequired' | 'AccessRevoked', ParentType, ContextType>;
};

export type CommunityChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityChanged'] = ResolversParentTypes['CommunityChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelsChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelsChanged'] = ResolversParentTypes['ChannelsChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RolesChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['RolesChanged'] = ResolversParentTypes['RolesChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MemberChanged'] = ResolversParentTypes['MemberChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommunityResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Community'] = ResolversParentTypes['Community'], FederationReferenceType extends FederationReferenceTypes['Community'] = FederationReferenceTypes['Community']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Community']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['Channel']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  viewerMembership?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['MemberConnection']>, ParentType, ContextType, Partial<CommunityMembersArgs>>;
  invites?: Resolver<ReadonlyArray<ResolversTypes['Invite']>, ParentType, ContextType>;
  bans?: Resolver<ResolversTypes['BanConnection'], ParentType, ContextType, Partial<CommunityBansArgs>>;
  autoModRules?: Resolver<ReadonlyArray<ResolversTypes['AutoModRule']>, ParentType, ContextType>;
  auditLog?: Resolver<ResolversTypes['CommunityAuditConnection'], ParentType, ContextType, Partial<CommunityAuditLogArgs>>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mentionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommunityConnectionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityConnection'] = ResolversParentTypes['CommunityConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Community']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CommunityEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommunityEdgeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CommunityEdge'] = ResolversParentTypes['CommunityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Community'], ParentType, ContextType>;
};

export type InviteResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Invite'] = ResolversParentTypes['Invite']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type InvitePreviewResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['InvitePreview'] = ResolversParentTypes['InvitePreview']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  communityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  communityDescription?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CreateCommunityPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CreateCommunityPayload'] = ResolversParentTypes['CreateCommunityPayload']> = {
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateInvitePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CreateInvitePayload'] = ResolversParentTypes['CreateInvitePayload']> = {
  invite?: Resolver<Maybe<ResolversTypes['Invite']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type JoinCommunityPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['JoinCommunityPayload'] = ResolversParentTypes['JoinCommunityPayload']> = {
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LeaveCommunityPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['LeaveCommunityPayload'] = ResolversParentTypes['LeaveCommunityPayload']> = {
  leftCommunityId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateCommunityPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UpdateCommunityPayload'] = ResolversParentTypes['UpdateCommunityPayload']> = {
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteCommunityPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['DeleteCommunityPayload'] = ResolversParentTypes['DeleteCommunityPayload']> = {
  deletedCommunityId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TransferCommunityPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['TransferCommunityPayload'] = ResolversParentTypes['TransferCommunityPayload']> = {
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeInvitePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['RevokeInvitePayload'] = ResolversParentTypes['RevokeInvitePayload']> = {
  revokedCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChannelConnectionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelConnection'] = ResolversParentTypes['ChannelConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Channel']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChannelEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChannelEdgeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelEdge'] = ResolversParentTypes['ChannelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type OpenDirectConversationPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['OpenDirectConversationPayload'] = ResolversParentTypes['OpenDirectConversationPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddParticipantsPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['AddParticipantsPayload'] = ResolversParentTypes['AddParticipantsPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LeaveConversationPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['LeaveConversationPayload'] = ResolversParentTypes['LeaveConversationPayload']> = {
  leftChannelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetDirectMessageSourcePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['SetDirectMessageSourcePayload'] = ResolversParentTypes['SetDirectMessageSourcePayload']> = {
  directMessageSource?: Resolver<Maybe<ResolversTypes['DirectMessageSource']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChannelEventResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelEvent'] = ResolversParentTypes['ChannelEvent']> = {
  __resolveType: TypeResolveFn<'MessageSent' | 'MessageEdited' | 'MessageDeleted' | 'ReactionsChanged' | 'MessagePinChanged' | 'PlaybackSynced' | 'ResyncRequired' | 'AccessRevoked' | 'FeedMark' | 'PollChanged', ParentType, ContextType>;
};

export type MessageSentResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MessageSent'] = ResolversParentTypes['MessageSent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quotes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageEditedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MessageEdited'] = ResolversParentTypes['MessageEdited']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quotes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageDeletedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MessageDeleted'] = ResolversParentTypes['MessageDeleted']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionsChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ReactionsChanged'] = ResolversParentTypes['ReactionsChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quotes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['ReactionChange']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionChangeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ReactionChange'] = ResolversParentTypes['ReactionChange']> = {
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  added?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MessagePinChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MessagePinChanged'] = ResolversParentTypes['MessagePinChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quotes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaybackSyncedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['PlaybackSynced'] = ResolversParentTypes['PlaybackSynced']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  playback?: Resolver<ResolversTypes['PartyPlayback'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResyncRequiredResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ResyncRequired'] = ResolversParentTypes['ResyncRequired']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['StreamEndReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessRevokedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['AccessRevoked'] = ResolversParentTypes['AccessRevoked']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['StreamEndReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FeedMarkResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['FeedMark'] = ResolversParentTypes['FeedMark']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelAdmissionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelAdmission'] = ResolversParentTypes['ChannelAdmission']> = {
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAdmitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  readsHistory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  accessEpoch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['StreamEndReason']>, ParentType, ContextType>;
};

export type InboxEventResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent']> = {
  __resolveType: TypeResolveFn<'ResyncRequired' | 'UnreadChanged' | 'Mentioned' | 'MembershipChanged', ParentType, ContextType>;
};

export type UnreadChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UnreadChanged'] = ResolversParentTypes['UnreadChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MentionedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Mentioned'] = ResolversParentTypes['Mentioned']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['MentionCause'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MembershipChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MembershipChanged'] = ResolversParentTypes['MembershipChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  community?: Resolver<ResolversTypes['Community'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CommunityMembershipState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  nickname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Presence'], ParentType, ContextType>;
  statusText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timedOutUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type BanResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Ban'] = ResolversParentTypes['Ban']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BanConnectionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['BanConnection'] = ResolversParentTypes['BanConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Ban']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['BanEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BanEdgeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['BanEdge'] = ResolversParentTypes['BanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Ban'], ParentType, ContextType>;
};

export type SetNicknamePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['SetNicknamePayload'] = ResolversParentTypes['SetNicknamePayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KickMemberPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['KickMemberPayload'] = ResolversParentTypes['KickMemberPayload']> = {
  kickedUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BanMemberPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['BanMemberPayload'] = ResolversParentTypes['BanMemberPayload']> = {
  bannedUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnbanMemberPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UnbanMemberPayload'] = ResolversParentTypes['UnbanMemberPayload']> = {
  unbannedUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TimeOutMemberPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['TimeOutMemberPayload'] = ResolversParentTypes['TimeOutMemberPayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LiftTimeOutPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['LiftTimeOutPayload'] = ResolversParentTypes['LiftTimeOutPayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MessageResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isDeleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  poll?: Resolver<Maybe<ResolversTypes['Poll']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['MessageWebhook']>, ParentType, ContextType>;
  replyTo?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  attachments?: Resolver<ReadonlyArray<ResolversTypes['Attachment']>, ParentType, ContextType>;
  mentions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  mentionedRoleIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  reactions?: Resolver<ReadonlyArray<ResolversTypes['Reaction']>, ParentType, ContextType>;
  trackMoment?: Resolver<Maybe<ResolversTypes['TrackMoment']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment'], FederationReferenceType extends FederationReferenceTypes['Attachment'] = FederationReferenceTypes['Attachment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Attachment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  filename?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['ByteCount'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Reaction'] = ResolversParentTypes['Reaction']> = {
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerHasReacted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TrackMomentResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['TrackMoment'] = ResolversParentTypes['TrackMoment']> = {
  positionMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EditMessagePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['EditMessagePayload'] = ResolversParentTypes['EditMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteMessagePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['DeleteMessagePayload'] = ResolversParentTypes['DeleteMessagePayload']> = {
  deletedMessageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BulkDeleteMessagesPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['BulkDeleteMessagesPayload'] = ResolversParentTypes['BulkDeleteMessagesPayload']> = {
  deletedMessageIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddReactionPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['AddReactionPayload'] = ResolversParentTypes['AddReactionPayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveReactionPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['RemoveReactionPayload'] = ResolversParentTypes['RemoveReactionPayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PinMessagePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['PinMessagePayload'] = ResolversParentTypes['PinMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChannelNotificationsResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelNotifications'] = ResolversParentTypes['ChannelNotifications']> = {
  level?: Resolver<ResolversTypes['NotificationLevel'], ParentType, ContextType>;
  isMuted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mutedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SetChannelNotificationsPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['SetChannelNotificationsPayload'] = ResolversParentTypes['SetChannelNotificationsPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PollResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Poll'] = ResolversParentTypes['Poll']> = {
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['PollOption']>, ParentType, ContextType>;
  isMultiple?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  closesAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  voterCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerVotes?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PollOptionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['PollOption'] = ResolversParentTypes['PollOption']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  voteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VotePollPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['VotePollPayload'] = ResolversParentTypes['VotePollPayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ClosePollPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ClosePollPayload'] = ResolversParentTypes['ClosePollPayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PollChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['PollChanged'] = ResolversParentTypes['PollChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quotes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelActivityResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelActivity'] = ResolversParentTypes['ChannelActivity']> = {
  __resolveType: TypeResolveFn<'TypingStarted' | 'PresenceChanged' | 'AccessRevoked' | 'FeedMark', ParentType, ContextType>;
};

export type TypingStartedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['TypingStarted'] = ResolversParentTypes['TypingStarted']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PresenceChangedResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['PresenceChanged'] = ResolversParentTypes['PresenceChanged']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Presence'], ParentType, ContextType>;
  accessEpoch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ParticipantPresenceResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ParticipantPresence'] = ResolversParentTypes['ParticipantPresence']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Presence'], ParentType, ContextType>;
  statusText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StartTypingPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['StartTypingPayload'] = ResolversParentTypes['StartTypingPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetPresencePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['SetPresencePayload'] = ResolversParentTypes['SetPresencePayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Role'] = ResolversParentTypes['Role'], FederationReferenceType extends FederationReferenceTypes['Role'] = FederationReferenceTypes['Role']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Role']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  color?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelOverwriteResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ChannelOverwrite'] = ResolversParentTypes['ChannelOverwrite']> = {
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  allow?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
  deny?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
};

export type CreateRolePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CreateRolePayload'] = ResolversParentTypes['CreateRolePayload']> = {
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateRolePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UpdateRolePayload'] = ResolversParentTypes['UpdateRolePayload']> = {
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MoveRolePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MoveRolePayload'] = ResolversParentTypes['MoveRolePayload']> = {
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteRolePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['DeleteRolePayload'] = ResolversParentTypes['DeleteRolePayload']> = {
  deletedRoleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AssignRolePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['AssignRolePayload'] = ResolversParentTypes['AssignRolePayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnassignRolePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UnassignRolePayload'] = ResolversParentTypes['UnassignRolePayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetChannelOverwritePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['SetChannelOverwritePayload'] = ResolversParentTypes['SetChannelOverwritePayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveChannelOverwritePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['RemoveChannelOverwritePayload'] = ResolversParentTypes['RemoveChannelOverwritePayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType, RequireFields<QueryCommunityArgs, 'id'>>;
  communityBySlug?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType, RequireFields<QueryCommunityBySlugArgs, 'slug'>>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType, RequireFields<QueryChannelArgs, 'id'>>;
  invite?: Resolver<Maybe<ResolversTypes['InvitePreview']>, ParentType, ContextType, RequireFields<QueryInviteArgs, 'code'>>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<QueryMessageArgs, 'id'>>;
  searchMessages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, RequireFields<QuerySearchMessagesArgs, 'communityId' | 'query'>>;
  channelAdmissions?: Resolver<ReadonlyArray<ResolversTypes['ChannelAdmission']>, ParentType, ContextType, RequireFields<QueryChannelAdmissionsArgs, 'channelId' | 'userIds'>>;
};

export type MutationResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createCommunity?: Resolver<ResolversTypes['CreateCommunityPayload'], ParentType, ContextType, RequireFields<MutationCreateCommunityArgs, 'input'>>;
  createChannel?: Resolver<ResolversTypes['CreateChannelPayload'], ParentType, ContextType, RequireFields<MutationCreateChannelArgs, 'input'>>;
  createInvite?: Resolver<ResolversTypes['CreateInvitePayload'], ParentType, ContextType, RequireFields<MutationCreateInviteArgs, 'input'>>;
  joinCommunity?: Resolver<ResolversTypes['JoinCommunityPayload'], ParentType, ContextType, RequireFields<MutationJoinCommunityArgs, 'input'>>;
  leaveCommunity?: Resolver<ResolversTypes['LeaveCommunityPayload'], ParentType, ContextType, RequireFields<MutationLeaveCommunityArgs, 'input'>>;
  updateCommunity?: Resolver<ResolversTypes['UpdateCommunityPayload'], ParentType, ContextType, RequireFields<MutationUpdateCommunityArgs, 'input'>>;
  deleteCommunity?: Resolver<ResolversTypes['DeleteCommunityPayload'], ParentType, ContextType, RequireFields<MutationDeleteCommunityArgs, 'input'>>;
  transferCommunity?: Resolver<ResolversTypes['TransferCommunityPayload'], ParentType, ContextType, RequireFields<MutationTransferCommunityArgs, 'input'>>;
  updateChannel?: Resolver<ResolversTypes['UpdateChannelPayload'], ParentType, ContextType, RequireFields<MutationUpdateChannelArgs, 'input'>>;
  moveChannel?: Resolver<ResolversTypes['MoveChannelPayload'], ParentType, ContextType, RequireFields<MutationMoveChannelArgs, 'input'>>;
  deleteChannel?: Resolver<ResolversTypes['DeleteChannelPayload'], ParentType, ContextType, RequireFields<MutationDeleteChannelArgs, 'input'>>;
  revokeInvite?: Resolver<ResolversTypes['RevokeInvitePayload'], ParentType, ContextType, RequireFields<MutationRevokeInviteArgs, 'input'>>;
  createRole?: Resolver<ResolversTypes['CreateRolePayload'], ParentType, ContextType, RequireFields<MutationCreateRoleArgs, 'input'>>;
  updateRole?: Resolver<ResolversTypes['UpdateRolePayload'], ParentType, ContextType, RequireFields<MutationUpdateRoleArgs, 'input'>>;
  moveRole?: Resolver<ResolversTypes['MoveRolePayload'], ParentType, ContextType, RequireFields<MutationMoveRoleArgs, 'input'>>;
  deleteRole?: Resolver<ResolversTypes['DeleteRolePayload'], ParentType, ContextType, RequireFields<MutationDeleteRoleArgs, 'input'>>;
  assignRole?: Resolver<ResolversTypes['AssignRolePayload'], ParentType, ContextType, RequireFields<MutationAssignRoleArgs, 'input'>>;
  unassignRole?: Resolver<ResolversTypes['UnassignRolePayload'], ParentType, ContextType, RequireFields<MutationUnassignRoleArgs, 'input'>>;
  setChannelOverwrite?: Resolver<ResolversTypes['SetChannelOverwritePayload'], ParentType, ContextType, RequireFields<MutationSetChannelOverwriteArgs, 'input'>>;
  removeChannelOverwrite?: Resolver<ResolversTypes['RemoveChannelOverwritePayload'], ParentType, ContextType, RequireFields<MutationRemoveChannelOverwriteArgs, 'input'>>;
  setNickname?: Resolver<ResolversTypes['SetNicknamePayload'], ParentType, ContextType, RequireFields<MutationSetNicknameArgs, 'input'>>;
  kickMember?: Resolver<ResolversTypes['KickMemberPayload'], ParentType, ContextType, RequireFields<MutationKickMemberArgs, 'input'>>;
  banMember?: Resolver<ResolversTypes['BanMemberPayload'], ParentType, ContextType, RequireFields<MutationBanMemberArgs, 'input'>>;
  unbanMember?: Resolver<ResolversTypes['UnbanMemberPayload'], ParentType, ContextType, RequireFields<MutationUnbanMemberArgs, 'input'>>;
  timeOutMember?: Resolver<ResolversTypes['TimeOutMemberPayload'], ParentType, ContextType, RequireFields<MutationTimeOutMemberArgs, 'input'>>;
  liftTimeOut?: Resolver<ResolversTypes['LiftTimeOutPayload'], ParentType, ContextType, RequireFields<MutationLiftTimeOutArgs, 'input'>>;
  createAutoModRule?: Resolver<ResolversTypes['CreateAutoModRulePayload'], ParentType, ContextType, RequireFields<MutationCreateAutoModRuleArgs, 'input'>>;
  updateAutoModRule?: Resolver<ResolversTypes['UpdateAutoModRulePayload'], ParentType, ContextType, RequireFields<MutationUpdateAutoModRuleArgs, 'input'>>;
  deleteAutoModRule?: Resolver<ResolversTypes['DeleteAutoModRulePayload'], ParentType, ContextType, RequireFields<MutationDeleteAutoModRuleArgs, 'input'>>;
  openDirectConversation?: Resolver<ResolversTypes['OpenDirectConversationPayload'], ParentType, ContextType, RequireFields<MutationOpenDirectConversationArgs, 'input'>>;
  addParticipants?: Resolver<ResolversTypes['AddParticipantsPayload'], ParentType, ContextType, RequireFields<MutationAddParticipantsArgs, 'input'>>;
  leaveConversation?: Resolver<ResolversTypes['LeaveConversationPayload'], ParentType, ContextType, RequireFields<MutationLeaveConversationArgs, 'input'>>;
  setDirectMessageSource?: Resolver<ResolversTypes['SetDirectMessageSourcePayload'], ParentType, ContextType, RequireFields<MutationSetDirectMessageSourceArgs, 'input'>>;
  startTyping?: Resolver<ResolversTypes['StartTypingPayload'], ParentType, ContextType, RequireFields<MutationStartTypingArgs, 'input'>>;
  setPresence?: Resolver<ResolversTypes['SetPresencePayload'], ParentType, ContextType, RequireFields<MutationSetPresenceArgs, 'input'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessagePayload'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  scheduleMessage?: Resolver<ResolversTypes['ScheduleMessagePayload'], ParentType, ContextType, RequireFields<MutationScheduleMessageArgs, 'input'>>;
  updateScheduledMessage?: Resolver<ResolversTypes['UpdateScheduledMessagePayload'], ParentType, ContextType, RequireFields<MutationUpdateScheduledMessageArgs, 'input'>>;
  cancelScheduledMessage?: Resolver<ResolversTypes['CancelScheduledMessagePayload'], ParentType, ContextType, RequireFields<MutationCancelScheduledMessageArgs, 'input'>>;
  editMessage?: Resolver<ResolversTypes['EditMessagePayload'], ParentType, ContextType, RequireFields<MutationEditMessageArgs, 'input'>>;
  deleteMessage?: Resolver<ResolversTypes['DeleteMessagePayload'], ParentType, ContextType, RequireFields<MutationDeleteMessageArgs, 'input'>>;
  bulkDeleteMessages?: Resolver<ResolversTypes['BulkDeleteMessagesPayload'], ParentType, ContextType, RequireFields<MutationBulkDeleteMessagesArgs, 'input'>>;
  addReaction?: Resolver<ResolversTypes['AddReactionPayload'], ParentType, ContextType, RequireFields<MutationAddReactionArgs, 'input'>>;
  removeReaction?: Resolver<ResolversTypes['RemoveReactionPayload'], ParentType, ContextType, RequireFields<MutationRemoveReactionArgs, 'input'>>;
  pinMessage?: Resolver<ResolversTypes['PinMessagePayload'], ParentType, ContextType, RequireFields<MutationPinMessageArgs, 'input'>>;
  createThread?: Resolver<ResolversTypes['CreateThreadPayload'], ParentType, ContextType, RequireFields<MutationCreateThreadArgs, 'input'>>;
  updateThread?: Resolver<ResolversTypes['UpdateThreadPayload'], ParentType, ContextType, RequireFields<MutationUpdateThreadArgs, 'input'>>;
  joinThread?: Resolver<ResolversTypes['JoinThreadPayload'], ParentType, ContextType, RequireFields<MutationJoinThreadArgs, 'input'>>;
  leaveThread?: Resolver<ResolversTypes['LeaveThreadPayload'], ParentType, ContextType, RequireFields<MutationLeaveThreadArgs, 'input'>>;
  addThreadMember?: Resolver<ResolversTypes['AddThreadMemberPayload'], ParentType, ContextType, RequireFields<MutationAddThreadMemberArgs, 'input'>>;
  removeThreadMember?: Resolver<ResolversTypes['RemoveThreadMemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveThreadMemberArgs, 'input'>>;
  votePoll?: Resolver<ResolversTypes['VotePollPayload'], ParentType, ContextType, RequireFields<MutationVotePollArgs, 'input'>>;
  closePoll?: Resolver<ResolversTypes['ClosePollPayload'], ParentType, ContextType, RequireFields<MutationClosePollArgs, 'input'>>;
  createWebhook?: Resolver<ResolversTypes['CreateWebhookPayload'], ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  updateWebhook?: Resolver<ResolversTypes['UpdateWebhookPayload'], ParentType, ContextType, RequireFields<MutationUpdateWebhookArgs, 'input'>>;
  regenerateWebhook?: Resolver<ResolversTypes['RegenerateWebhookPayload'], ParentType, ContextType, RequireFields<MutationRegenerateWebhookArgs, 'input'>>;
  deleteWebhook?: Resolver<ResolversTypes['DeleteWebhookPayload'], ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'input'>>;
  markChannelRead?: Resolver<ResolversTypes['MarkChannelReadPayload'], ParentType, ContextType, RequireFields<MutationMarkChannelReadArgs, 'input'>>;
  setChannelNotifications?: Resolver<ResolversTypes['SetChannelNotificationsPayload'], ParentType, ContextType, RequireFields<MutationSetChannelNotificationsArgs, 'input'>>;
  syncPlayback?: Resolver<ResolversTypes['SyncPlaybackPayload'], ParentType, ContextType, RequireFields<MutationSyncPlaybackArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  channelEvents?: SubscriptionResolver<ResolversTypes['ChannelEvent'], "channelEvents", ParentType, ContextType, RequireFields<SubscriptionChannelEventsArgs, 'channelId'>>;
  channelActivity?: SubscriptionResolver<ResolversTypes['ChannelActivity'], "channelActivity", ParentType, ContextType, RequireFields<SubscriptionChannelActivityArgs, 'channelId'>>;
  communityEvents?: SubscriptionResolver<ResolversTypes['CommunityEvent'], "communityEvents", ParentType, ContextType, RequireFields<SubscriptionCommunityEventsArgs, 'communityId'>>;
  inboxEvents?: SubscriptionResolver<ResolversTypes['InboxEvent'], "inboxEvents", ParentType, ContextType, Partial<SubscriptionInboxEventsArgs>>;
};

export type UserResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Track'] = ResolversParentTypes['Track']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  communities?: Resolver<Maybe<ResolversTypes['CommunityConnection']>, ParentType, ContextType, Partial<ViewerCommunitiesArgs>>;
  inboxCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduledMessages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScheduledMessage']>>, ParentType, ContextType>;
  presence?: Resolver<Maybe<ResolversTypes['Presence']>, ParentType, ContextType>;
  statusText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directMessageSource?: Resolver<Maybe<ResolversTypes['DirectMessageSource']>, ParentType, ContextType>;
  directConversations?: Resolver<Maybe<ResolversTypes['ChannelConnection']>, ParentType, ContextType, Partial<ViewerDirectConversationsArgs>>;
};

export type ScheduledMessageResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ScheduledMessage'] = ResolversParentTypes['ScheduledMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replyTo?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  sendAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ScheduledMessageState'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['UserErrorCode']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ScheduleMessagePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['ScheduleMessagePayload'] = ResolversParentTypes['ScheduleMessagePayload']> = {
  scheduledMessage?: Resolver<Maybe<ResolversTypes['ScheduledMessage']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateScheduledMessagePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UpdateScheduledMessagePayload'] = ResolversParentTypes['UpdateScheduledMessagePayload']> = {
  scheduledMessage?: Resolver<Maybe<ResolversTypes['ScheduledMessage']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelScheduledMessagePayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CancelScheduledMessagePayload'] = ResolversParentTypes['CancelScheduledMessagePayload']> = {
  cancelledScheduledMessageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateThreadPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CreateThreadPayload'] = ResolversParentTypes['CreateThreadPayload']> = {
  thread?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateThreadPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UpdateThreadPayload'] = ResolversParentTypes['UpdateThreadPayload']> = {
  thread?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type JoinThreadPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['JoinThreadPayload'] = ResolversParentTypes['JoinThreadPayload']> = {
  thread?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LeaveThreadPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['LeaveThreadPayload'] = ResolversParentTypes['LeaveThreadPayload']> = {
  leftThreadId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddThreadMemberPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['AddThreadMemberPayload'] = ResolversParentTypes['AddThreadMemberPayload']> = {
  thread?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveThreadMemberPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['RemoveThreadMemberPayload'] = ResolversParentTypes['RemoveThreadMemberPayload']> = {
  thread?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mayMentionEveryone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  creator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessageWebhookResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['MessageWebhook'] = ResolversParentTypes['MessageWebhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateWebhookPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['CreateWebhookPayload'] = ResolversParentTypes['CreateWebhookPayload']> = {
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateWebhookPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['UpdateWebhookPayload'] = ResolversParentTypes['UpdateWebhookPayload']> = {
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RegenerateWebhookPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['RegenerateWebhookPayload'] = ResolversParentTypes['RegenerateWebhookPayload']> = {
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteWebhookPayloadResolvers<ContextType = ChatContext, ParentType extends ResolversParentTypes['DeleteWebhookPayload'] = ResolversParentTypes['DeleteWebhookPayload']> = {
  deletedWebhookId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ChatContext> = {
  DateTime?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  ByteCount?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  CommunityAuditEntry?: CommunityAuditEntryResolvers<ContextType>;
  CommunityAuditChange?: CommunityAuditChangeResolvers<ContextType>;
  CommunityAuditConnection?: CommunityAuditConnectionResolvers<ContextType>;
  CommunityAuditEdge?: CommunityAuditEdgeResolvers<ContextType>;
  AutoModRule?: AutoModRuleResolvers<ContextType>;
  CreateAutoModRulePayload?: CreateAutoModRulePayloadResolvers<ContextType>;
  UpdateAutoModRulePayload?: UpdateAutoModRulePayloadResolvers<ContextType>;
  DeleteAutoModRulePayload?: DeleteAutoModRulePayloadResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  PartyPlayback?: PartyPlaybackResolvers<ContextType>;
  CreateChannelPayload?: CreateChannelPayloadResolvers<ContextType>;
  UpdateChannelPayload?: UpdateChannelPayloadResolvers<ContextType>;
  MoveChannelPayload?: MoveChannelPayloadResolvers<ContextType>;
  DeleteChannelPayload?: DeleteChannelPayloadResolvers<ContextType>;
  MarkChannelReadPayload?: MarkChannelReadPayloadResolvers<ContextType>;
  SyncPlaybackPayload?: SyncPlaybackPayloadResolvers<ContextType>;
  CommunityEvent?: CommunityEventResolvers<ContextType>;
  CommunityChanged?: CommunityChangedResolvers<ContextType>;
  ChannelsChanged?: ChannelsChangedResolvers<ContextType>;
  RolesChanged?: RolesChangedResolvers<ContextType>;
  MemberChanged?: MemberChangedResolvers<ContextType>;
  Community?: CommunityResolvers<ContextType>;
  CommunityConnection?: CommunityConnectionResolvers<ContextType>;
  CommunityEdge?: CommunityEdgeResolvers<ContextType>;
  Invite?: InviteResolvers<ContextType>;
  InvitePreview?: InvitePreviewResolvers<ContextType>;
  CreateCommunityPayload?: CreateCommunityPayloadResolvers<ContextType>;
  CreateInvitePayload?: CreateInvitePayloadResolvers<ContextType>;
  JoinCommunityPayload?: JoinCommunityPayloadResolvers<ContextType>;
  LeaveCommunityPayload?: LeaveCommunityPayloadResolvers<ContextType>;
  UpdateCommunityPayload?: UpdateCommunityPayloadResolvers<ContextType>;
  DeleteCommunityPayload?: DeleteCommunityPayloadResolvers<ContextType>;
  TransferCommunityPayload?: TransferCommunityPayloadResolvers<ContextType>;
  RevokeInvitePayload?: RevokeInvitePayloadResolvers<ContextType>;
  ChannelConnection?: ChannelConnectionResolvers<ContextType>;
  ChannelEdge?: ChannelEdgeResolvers<ContextType>;
  OpenDirectConversationPayload?: OpenDirectConversationPayloadResolvers<ContextType>;
  AddParticipantsPayload?: AddParticipantsPayloadResolvers<ContextType>;
  LeaveConversationPayload?: LeaveConversationPayloadResolvers<ContextType>;
  SetDirectMessageSourcePayload?: SetDirectMessageSourcePayloadResolvers<ContextType>;
  ChannelEvent?: ChannelEventResolvers<ContextType>;
  MessageSent?: MessageSentResolvers<ContextType>;
  MessageEdited?: MessageEditedResolvers<ContextType>;
  MessageDeleted?: MessageDeletedResolvers<ContextType>;
  ReactionsChanged?: ReactionsChangedResolvers<ContextType>;
  ReactionChange?: ReactionChangeResolvers<ContextType>;
  MessagePinChanged?: MessagePinChangedResolvers<ContextType>;
  PlaybackSynced?: PlaybackSyncedResolvers<ContextType>;
  ResyncRequired?: ResyncRequiredResolvers<ContextType>;
  AccessRevoked?: AccessRevokedResolvers<ContextType>;
  FeedMark?: FeedMarkResolvers<ContextType>;
  ChannelAdmission?: ChannelAdmissionResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  UnreadChanged?: UnreadChangedResolvers<ContextType>;
  Mentioned?: MentionedResolvers<ContextType>;
  MembershipChanged?: MembershipChangedResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  Ban?: BanResolvers<ContextType>;
  BanConnection?: BanConnectionResolvers<ContextType>;
  BanEdge?: BanEdgeResolvers<ContextType>;
  SetNicknamePayload?: SetNicknamePayloadResolvers<ContextType>;
  KickMemberPayload?: KickMemberPayloadResolvers<ContextType>;
  BanMemberPayload?: BanMemberPayloadResolvers<ContextType>;
  UnbanMemberPayload?: UnbanMemberPayloadResolvers<ContextType>;
  TimeOutMemberPayload?: TimeOutMemberPayloadResolvers<ContextType>;
  LiftTimeOutPayload?: LiftTimeOutPayloadResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  Reaction?: ReactionResolvers<ContextType>;
  TrackMoment?: TrackMomentResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  EditMessagePayload?: EditMessagePayloadResolvers<ContextType>;
  DeleteMessagePayload?: DeleteMessagePayloadResolvers<ContextType>;
  BulkDeleteMessagesPayload?: BulkDeleteMessagesPayloadResolvers<ContextType>;
  AddReactionPayload?: AddReactionPayloadResolvers<ContextType>;
  RemoveReactionPayload?: RemoveReactionPayloadResolvers<ContextType>;
  PinMessagePayload?: PinMessagePayloadResolvers<ContextType>;
  ChannelNotifications?: ChannelNotificationsResolvers<ContextType>;
  SetChannelNotificationsPayload?: SetChannelNotificationsPayloadResolvers<ContextType>;
  Poll?: PollResolvers<ContextType>;
  PollOption?: PollOptionResolvers<ContextType>;
  VotePollPayload?: VotePollPayloadResolvers<ContextType>;
  ClosePollPayload?: ClosePollPayloadResolvers<ContextType>;
  PollChanged?: PollChangedResolvers<ContextType>;
  ChannelActivity?: ChannelActivityResolvers<ContextType>;
  TypingStarted?: TypingStartedResolvers<ContextType>;
  PresenceChanged?: PresenceChangedResolvers<ContextType>;
  ParticipantPresence?: ParticipantPresenceResolvers<ContextType>;
  StartTypingPayload?: StartTypingPayloadResolvers<ContextType>;
  SetPresencePayload?: SetPresencePayloadResolvers<ContextType>;
  Role?: RoleResolvers<ContextType>;
  ChannelOverwrite?: ChannelOverwriteResolvers<ContextType>;
  CreateRolePayload?: CreateRolePayloadResolvers<ContextType>;
  UpdateRolePayload?: UpdateRolePayloadResolvers<ContextType>;
  MoveRolePayload?: MoveRolePayloadResolvers<ContextType>;
  DeleteRolePayload?: DeleteRolePayloadResolvers<ContextType>;
  AssignRolePayload?: AssignRolePayloadResolvers<ContextType>;
  UnassignRolePayload?: UnassignRolePayloadResolvers<ContextType>;
  SetChannelOverwritePayload?: SetChannelOverwritePayloadResolvers<ContextType>;
  RemoveChannelOverwritePayload?: RemoveChannelOverwritePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Track?: TrackResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ScheduledMessage?: ScheduledMessageResolvers<ContextType>;
  ScheduleMessagePayload?: ScheduleMessagePayloadResolvers<ContextType>;
  UpdateScheduledMessagePayload?: UpdateScheduledMessagePayloadResolvers<ContextType>;
  CancelScheduledMessagePayload?: CancelScheduledMessagePayloadResolvers<ContextType>;
  CreateThreadPayload?: CreateThreadPayloadResolvers<ContextType>;
  UpdateThreadPayload?: UpdateThreadPayloadResolvers<ContextType>;
  JoinThreadPayload?: JoinThreadPayloadResolvers<ContextType>;
  LeaveThreadPayload?: LeaveThreadPayloadResolvers<ContextType>;
  AddThreadMemberPayload?: AddThreadMemberPayloadResolvers<ContextType>;
  RemoveThreadMemberPayload?: RemoveThreadMemberPayloadResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  MessageWebhook?: MessageWebhookResolvers<ContextType>;
  CreateWebhookPayload?: CreateWebhookPayloadResolvers<ContextType>;
  UpdateWebhookPayload?: UpdateWebhookPayloadResolvers<ContextType>;
  RegenerateWebhookPayload?: RegenerateWebhookPayloadResolvers<ContextType>;
  DeleteWebhookPayload?: DeleteWebhookPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = ChatContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  live?: LiveDirectiveResolver<any, any, ContextType>;
  viewer?: ViewerDirectiveResolver<any, any, ContextType>;
};
