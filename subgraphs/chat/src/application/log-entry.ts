import type { ChannelEvent } from '../domain/event/channel-event.ts';
import type { MessageView } from '../domain/message/message.ts';
import type { LogEntry } from './ports/log.ts';

/** An entry that concerns a message. */
export type MessageLogEntry = Exclude<LogEntry, { readonly kind: 'PLAYBACK_SYNCED' }>;

/** The complete event of an entry that was just logged, as subscribers get it. */
export function messageEvent(entry: MessageLogEntry, seq: number, message: MessageView): ChannelEvent {
  const { accessEpoch, occurredAt, actorId } = entry;
  const place = { seq, accessEpoch, occurredAt, message };
  if (entry.kind !== 'REACTIONS_CHANGED') return { ...place, kind: entry.kind };
  return { ...place, kind: entry.kind, changes: [{ emoji: entry.emoji, userId: actorId, added: entry.added }] };
}
