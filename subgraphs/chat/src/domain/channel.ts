import type { Id } from '@veza/kernel';
import type { CommunityId } from './community.ts';
import type { Thread } from './thread.ts';

export type ChannelId = Id<'channel'>;

/** Kinds of channel and the small integer that Postgres keeps for each. Numbers are never reused. */
export const CHANNEL_KIND_CODES = { TEXT: 1, ANNOUNCEMENT: 2, LISTENING_PARTY: 3, CATEGORY: 4, THREAD: 5, DIRECT: 6, GROUP: 7 } as const;

/** What a channel is for. A CATEGORY only orders others and has no log; DIRECT and GROUP are conversations outside of communities. */
export type ChannelKind = keyof typeof CHANNEL_KIND_CODES;

/** The kind behind a stored code. Throws for a code of a newer release. */
export function channelKindOf(code: number): ChannelKind {
  const entry = Object.entries(CHANNEL_KIND_CODES).find(([, known]) => known === code);
  if (!entry) throw new Error(`unknown channel kind ${code}`);
  return entry[0] as ChannelKind;
}

/** A place to talk. */
export interface Channel {
  readonly id: ChannelId;
  /** Null for a conversation, which is in none. */
  readonly communityId: CommunityId | null;
  readonly categoryId: ChannelId | null;
  readonly kind: ChannelKind;
  /** Null for a conversation without one. */
  readonly name: string | null;
  readonly topic: string | null;
  /** Order among the channels of a community; rising, with gaps. */
  readonly position: number;
  /** Seconds between two messages of one person; 0 = off. */
  readonly slowModeSeconds: number;
  /** What makes it a thread; absent for other kinds. */
  readonly thread?: Thread;
}

/** Whether channels of this kind are made by managing a community. */
export function isManagedKind(kind: ChannelKind): boolean {
  return kind === 'TEXT' || kind === 'ANNOUNCEMENT' || kind === 'LISTENING_PARTY' || kind === 'CATEGORY';
}

/** Whether the channel has a log that messages and events go to. */
export function hasLog(channel: Pick<Channel, 'kind'>): boolean {
  return channel.kind !== 'CATEGORY';
}

/** The unit whose permissions change together: a community, or one conversation. */
export type ScopeId = CommunityId | ChannelId;

/** What a channel's permissions change together with. */
export function scopeOf({ id, communityId }: Pick<Channel, 'id' | 'communityId'>): ScopeId {
  return communityId ?? id;
}

/** A channel of a community. */
export type CommunityChannel = Channel & { readonly communityId: CommunityId; readonly name: string };

/** Whether the channel stands in a community, where it always has a name. */
export function isInCommunity(channel: Channel): channel is CommunityChannel {
  return channel.communityId !== null && channel.name !== null;
}
