import type { ChannelId } from '../channel.ts';
import type { CommunityId } from '../community.ts';
import type { MessageId } from '../message/message.ts';

/** Kinds of entry in an inbox and the small integer that Postgres keeps for each. Numbers are never reused. */
export const INBOX_ENTRY_CODES = { MENTIONED: 1, MEMBERSHIP_CHANGED: 2 } as const;

/** Why a message concerns one person, the closest first, and the small integer that Postgres keeps for each. Numbers are never reused. */
export const PERSONAL_CAUSE_CODES = { NAMED: 1, REPLY: 2, DIRECT_MESSAGE: 3, HERE: 4 } as const;

/** Why a message concerns one person in particular. */
export type PersonalCause = keyof typeof PERSONAL_CAUSE_CODES;

/** Why a message concerns somebody: for themselves, or as one of many. */
export type MentionCause = PersonalCause | 'ROLE' | 'EVERYONE';

/** What became of a membership and the small integer that Postgres keeps for each. Numbers are never reused. */
export const MEMBERSHIP_STATE_CODES = { JOINED: 1, LEFT: 2, KICKED: 3, BANNED: 4 } as const;

/** What became of a membership. */
export type MembershipState = keyof typeof MEMBERSHIP_STATE_CODES;

/** What an entry of an inbox tells. It refers and never quotes: what is shown is what is true, and visible, by then. */
export type InboxNews =
  | { readonly kind: 'MENTIONED'; readonly channelId: ChannelId; readonly messageId: MessageId; readonly cause: PersonalCause }
  | { readonly kind: 'MEMBERSHIP_CHANGED'; readonly communityId: CommunityId; readonly state: MembershipState };

/** One entry of a person's inbox. */
export type InboxEntry = InboxNews & {
  /** Number in the person's log: from 1, without gaps. */
  readonly seq: number;
  /** Always 0: an inbox is never taken from its owner. */
  readonly accessEpoch: 0;
  readonly occurredAt: Date;
};

/** The name behind a stored code of one of these lists; undefined for a code of a newer release. */
export function nameOfCode<Name extends string>(codes: Readonly<Record<Name, number>>, code: number): Name | undefined {
  const [name] = Object.entries(codes).find(([, stored]) => stored === code) ?? [];
  return name as Name | undefined;
}
