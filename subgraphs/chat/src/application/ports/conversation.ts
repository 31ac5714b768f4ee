import type { Page, Slice } from '@veza/kernel';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { DirectMessageSource } from '../../domain/direct-message-source.ts';

/** Conversations outside of communities. Access is the caller's business, except where a viewer is named. */
export interface ConversationReader {
  /** By conversation, who is in it, by the time of joining; a channel of a community has no entry. */
  participants(channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, readonly UserId[]>>;
  /** Conversations that this person is in, newest activity first. */
  list(viewerId: UserId, slice: Slice<ActivityPlace>): Promise<Page<ActiveConversation>>;
  /** The conversation of exactly these people. */
  find(people: readonly UserId[]): Promise<ChannelId | undefined>;
}

/** Place in a list that is ordered by activity: the instant, then the id. */
export interface ActivityPlace {
  readonly activeAt: Date;
  readonly id: ChannelId;
}

/** A conversation as one participant has it, with the instant of its newest message, or of its opening. */
export interface ActiveConversation {
  readonly access: ChannelAccess;
  readonly activeAt: Date;
}

/** A conversation about to be opened. */
export interface ConversationDraft {
  readonly id: ChannelId;
  /** Everybody in it, whoever opens it first. */
  readonly people: readonly UserId[];
  readonly openedAt: Date;
}

/** Conversations within one transaction. */
export interface ConversationWriter {
  /** Makes the conversation unless these people have one, and answers theirs. Of several at the same instant all answer the same. */
  open(draft: ConversationDraft): Promise<ChannelId>;
  /** Locks who is in the conversation until the transaction ends and answers that, by the time of joining. */
  lock(channelId: ChannelId): Promise<readonly UserId[]>;
  /** Adds people, whose read marks start at the present head. */
  add(channelId: ChannelId, userIds: readonly UserId[], joinedAt: Date): Promise<void>;
  remove(channelId: ChannelId, userId: UserId): Promise<void>;
  /** Raises the epoch of the conversation's permissions, and lets these people find this group again when they have no other. */
  changed(channelId: ChannelId, people: readonly UserId[]): Promise<void>;
  /** @param name null = none */
  rename(channelId: ChannelId, name: string | null): Promise<void>;
}

/** From whom people take new conversations. */
export interface DirectSettingReader {
  find(userId: UserId): Promise<DirectMessageSource>;
  /** Those of the others who take no new conversations from this person. */
  refusing(actorId: UserId, others: readonly UserId[]): Promise<ReadonlySet<UserId>>;
}

/** The same within one transaction, to be changed. */
export interface DirectSettingWriter {
  set(userId: UserId, source: DirectMessageSource): Promise<void>;
}

/** Who blocks whom, at most 2 seconds older than what the subgraph social says. */
export interface BlockReader {
  /** Those of the others who block this person or whom this person blocks. */
  blockedWith(userId: UserId, others: readonly UserId[]): Promise<ReadonlySet<UserId>>;
}
