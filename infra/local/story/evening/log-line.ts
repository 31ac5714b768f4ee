/** An event of a channel as the app asks for it. */
export interface ChannelEvent {
  readonly __typename: string;
  readonly cursor: string;
  readonly message?: {
    readonly id: string;
    readonly content?: string;
    readonly isPinned?: boolean;
  };
  readonly messageId?: string;
  readonly changes?: readonly { readonly emoji: string; readonly userId: string; readonly added: boolean }[];
  readonly playback?: { readonly positionMs: number; readonly asOf: string };
  readonly reason?: string;
}

/** What a deed leaves in a channel's log, in words that its doer can know beforehand. */
export const logLine = {
  sent: (messageId: string) => `sent ${messageId}`,
  edited: (messageId: string) => `edited ${messageId}`,
  deleted: (messageId: string) => `deleted ${messageId}`,
  pinned: (messageId: string) => `pinned ${messageId}`,
  reacted: (messageId: string, userId: string, emoji: string) => `reacted ${messageId} ${userId} ${emoji}`,
  played: (positionMs: number) => `played ${positionMs}`,
  revoked: (reason: string) => `revoked ${reason}`,
};

const LINES: Readonly<Record<string, (event: ChannelEvent) => string>> = {
  MessageSent: ({ message }) => logLine.sent(message?.id ?? ''),
  MessageEdited: ({ message }) => logLine.edited(message?.id ?? ''),
  MessageDeleted: ({ messageId = '' }) => logLine.deleted(messageId),
  MessagePinChanged: ({ message }) => logLine.pinned(message?.id ?? ''),
  ReactionsChanged: ({ message, changes = [] }) =>
    changes.map(({ userId, emoji }) => logLine.reacted(message?.id ?? '', userId, emoji)).join(' + '),
  PlaybackSynced: ({ playback }) => logLine.played(playback?.positionMs ?? -1),
  AccessRevoked: ({ reason = '' }) => logLine.revoked(reason),
};

/** The words for what a client got. Throws on what no evening should bring. */
export function lineOf(event: ChannelEvent): string {
  const line = LINES[event.__typename]?.(event);
  if (line === undefined) throw new Error(`an evening brings no ${event.__typename} ${event.reason ?? ''}`);
  return line;
}
