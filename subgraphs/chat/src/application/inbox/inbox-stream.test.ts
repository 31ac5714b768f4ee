import { toTypeId } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { InboxEntry } from '../../domain/inbox/inbox-entry.ts';
import type { Followed } from '../feed/followed-events.ts';
import { InboxStateQueue } from './inbox-state-queue.ts';
import { entriesReadAhead, inboxStream } from './inbox-stream.ts';

const nil = '00000000-0000-7000-8000-000000000000';
const at = new Date(0);
const userId = toTypeId('user', nil) as UserId;
const channelId = toTypeId('channel', nil) as ChannelId;
const entry = (seq: number): Followed<InboxEntry> => ({
  kind: 'MEMBERSHIP_CHANGED',
  communityId: toTypeId('community', nil) as CommunityId,
  state: 'JOINED',
  seq,
  accessEpoch: 0,
  occurredAt: at,
  cursor: String(seq),
});

async function* some(...seqs: readonly number[]) {
  for (const seq of seqs) yield entry(seq);
}

const kinds = async (entries: AsyncIterator<Followed<InboxEntry>>, queue: InboxStateQueue) => {
  const seen: string[] = [];
  const ahead = entriesReadAhead(entries);
  await new Promise((resolve) => setImmediate(resolve));
  for await (const item of inboxStream(ahead, queue)) seen.push(item.kind === 'ENTRY' ? item.entry.cursor : item.kind);
  return seen;
};

describe('inboxStream', () => {
  it('gives what has arrived before states, and ends with the log', async () => {
    const queue = new InboxStateQueue(at);
    queue.accept([{ userId, channelId, version: '1' }], []);
    expect(await kinds(some(1, 2), queue)).toEqual(['1', '2']);
  });

  it('wakes for a state while the log is silent', async () => {
    const queue = new InboxStateQueue(at);
    let end: (result: IteratorResult<Followed<InboxEntry>>) => void = () => undefined;
    const silent = { next: () => new Promise<IteratorResult<Followed<InboxEntry>>>((resolve) => (end = resolve)) };
    const stream = inboxStream(entriesReadAhead(silent), queue);
    const first = stream.next();
    queue.accept([{ userId, channelId, version: '1' }], []);
    expect((await first).value).toMatchObject({ kind: 'STATE' });
    const last = stream.next();
    end({ done: true, value: undefined });
    expect((await last).done).toBe(true);
  });

  it('passes a failure of the log on', async () => {
    const broken = { next: () => Promise.reject(new Error('log away')) };
    await expect(kinds(broken, new InboxStateQueue(at))).rejects.toThrow('log away');
  });
});
