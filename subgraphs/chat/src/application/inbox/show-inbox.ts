import { can, canView } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { toldAgainFrom } from '../../domain/inbox/inbox-cursor.ts';
import type { InboxEntry, MentionCause } from '../../domain/inbox/inbox-entry.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import type { Followed } from '../feed/followed-events.ts';
import type { AccessReader } from '../ports/access.ts';
import type { MessageReader } from '../ports/message.ts';
import type { InboxEvent } from './inbox-event.ts';
import type { InboxState } from './inbox-state-queue.ts';
import type { InboxItem } from './inbox-stream.ts';

/** What showing an inbox works with. */
export interface ShowDependencies {
  readonly access: AccessReader;
  readonly messages: MessageReader;
}

/** Whose inbox is shown, and where it begins. */
interface Shown {
  readonly viewerId: UserId;
  /** Cursor before the first event. */
  readonly start: string;
  /** Instant up to which states were told. */
  readonly toldAt: () => Date;
}

interface Called {
  readonly channelId: ChannelId;
  readonly messageId: MessageId;
  readonly cause: MentionCause;
}

/**
 * Shows the items of an inbox as its owner may see them at that moment: a message that is gone, or stands where they no longer read, is passed
 * over, as if it had never concerned them.
 */
export function showInbox({ access, messages }: ShowDependencies) {
  const readable = async (viewerId: UserId, { channelId, messageId }: Called): Promise<MessageView | undefined> => {
    const standing = (await access.channels(viewerId, [channelId])).get(channelId);
    if (!canView(standing) || !can(standing, 'READ_HISTORY')) return undefined;
    const message = (await messages.findMany([messageId], channelId)).get(messageId);
    return message?.isDeleted ? undefined : message;
  };

  const mentioned = async (viewerId: UserId, called: Called, place: { readonly cursor: string; readonly occurredAt: Date }) => {
    const message = await readable(viewerId, called);
    const { cursor, occurredAt } = place;
    return message && { kind: 'MENTIONED' as const, cursor, occurredAt, message, cause: called.cause };
  };

  const shownEntry = async (viewerId: UserId, entry: Followed<InboxEntry>): Promise<InboxEvent | undefined> => {
    const { cursor, occurredAt } = entry;
    if (entry.kind === 'MENTIONED') return mentioned(viewerId, entry, entry);
    if (entry.kind === 'MEMBERSHIP_CHANGED')
      return { kind: entry.kind, cursor, occurredAt, communityId: entry.communityId, state: entry.state };
    return entry.kind === 'RESYNC_REQUIRED' ? { kind: entry.kind, cursor, occurredAt, reason: entry.reason } : undefined;
  };

  const shownState = async (viewerId: UserId, state: InboxState, place: { readonly cursor: string; readonly at: Date }) => {
    const { cursor, at: occurredAt } = place;
    if (state.kind === 'CALL') return mentioned(viewerId, state.call, { cursor, occurredAt: state.call.sentAt });
    const channel = (await access.channels(viewerId, [state.channelId])).get(state.channelId);
    return canView(channel) ? { kind: 'UNREAD_CHANGED' as const, cursor, occurredAt, channel } : undefined;
  };

  return async function* shown({ viewerId, start, toldAt }: Shown, items: AsyncIterable<InboxItem>): AsyncGenerator<InboxEvent, void> {
    let cursor = start;
    for await (const item of items) {
      if (item.kind === 'ENTRY') ({ cursor } = item.entry);
      const at = toldAt();
      const event =
        item.kind === 'ENTRY'
          ? await shownEntry(viewerId, item.entry)
          : await shownState(viewerId, item.state, { cursor: toldAgainFrom(cursor, at), at });
      if (event) yield event;
    }
  };
}
