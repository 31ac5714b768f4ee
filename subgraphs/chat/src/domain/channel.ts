import type { Id } from '@veza/kernel';
import type { CommunityId } from './community.ts';

export type ChannelId = Id<'channel'>;

/** Kinds of channel and the small integer that Postgres keeps for each. Numbers are never reused. */
export const CHANNEL_KIND_CODES = { TEXT: 1, ANNOUNCEMENT: 2, LISTENING_PARTY: 3, CATEGORY: 4 } as const;

/** What a channel is for. A CATEGORY only orders others and has no log. */
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
  readonly communityId: CommunityId;
  readonly categoryId: ChannelId | null;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly topic: string | null;
  /** Order among the channels of a community; rising, with gaps. */
  readonly position: number;
  /** Seconds between two messages of one person; 0 = off. */
  readonly slowModeSeconds: number;
}

/** Whether the channel has a log that messages and events go to. */
export function hasLog(channel: Pick<Channel, 'kind'>): boolean {
  return channel.kind !== 'CATEGORY';
}
