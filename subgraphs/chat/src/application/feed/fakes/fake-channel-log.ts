import type { ChannelEvent } from '../../../domain/event/channel-event.ts';
import type { ChannelId } from '../../../domain/channel.ts';
import type { MessageId, MessageView } from '../../../domain/message/message.ts';
import type { ChannelHead, ChannelLog } from '../../ports/log.ts';

/** A channel log in memory that joins messages when it is read, as the real one does. For tests. */
export interface FakeChannelLog extends ChannelLog {
  /** Appends an entry about a message as it is from now on, and answers it. */
  commit(kind: 'MESSAGE_SENT' | 'MESSAGE_EDITED' | 'MESSAGE_DELETED', message: MessageView): ChannelEvent;
  /** Changes what the head says. */
  set(change: Partial<Pick<ChannelHead, 'floorSeq' | 'accessEpoch' | 'logEpoch'>>): void;
  /** Reads of entries so far. */
  readonly reads: number;
}

/** @param delay what each read waits for before it answers with what it saw at its start */
export function fakeChannelLog(channelId: ChannelId, delay: () => Promise<void> = async () => undefined): FakeChannelLog {
  const entries: { readonly event: ChannelEvent; readonly messageId: MessageId }[] = [];
  const messages = new Map<MessageId, MessageView>();
  let head = { floorSeq: 0, accessEpoch: 1, logEpoch: '8f14e45f-ceea-467a-9575-28d6f7a0a1b2' };
  let reads = 0;

  const joined = ({ event, messageId }: (typeof entries)[number]): ChannelEvent =>
    ({ ...event, message: messages.get(messageId)! }) as ChannelEvent;

  return {
    get reads() {
      return reads;
    },
    set(change) {
      head = { ...head, ...change };
    },
    commit(kind, message) {
      messages.set(message.id, message);
      const event: ChannelEvent = { kind, seq: entries.length + 1, accessEpoch: head.accessEpoch, occurredAt: new Date(0), message };
      entries.push({ event, messageId: message.id });
      return event;
    },
    async heads(channelIds) {
      const known = channelIds.filter((id) => id === channelId);
      const answer = new Map(known.map((id) => [id, { ...head, lastSeq: entries.length, lastMessageNumber: messages.size }]));
      await delay();
      return answer;
    },
    async read(_channelId, afterSeq, limit) {
      reads += 1;
      const answer = entries.slice(Math.max(afterSeq, head.floorSeq), afterSeq + limit).map(joined);
      await delay();
      return answer;
    },
  };
}
