import type { UserId } from '../../domain/community.ts';
import type { InboxEntry } from '../../domain/inbox/inbox-entry.ts';
import { decodeHead } from '../feed/channel-hint.ts';
import type { HintChannel } from '../feed/log-feeds.ts';

/** Subject of an inbox's hints on the bus. */
export function inboxHintSubject(userId: UserId): string {
  return `veza.live.chat.inbox.${userId}`;
}

/** Hints about inboxes. They say how far a log goes and never carry an entry. */
export const inboxHintChannel: HintChannel<UserId, InboxEntry> = { subjectOf: inboxHintSubject, decode: decodeHead };
