import { describe, expect, it } from 'vitest';
import { type ChannelEvent, rewrittenMessage, withRewritten } from './channel-event.ts';
import { type MessageView, tombstone } from '../message/message.ts';

const at = new Date(0);
const message = (id: string, content: string, replyTo: MessageView | null = null): MessageView => ({
  id: `message_${id}`,
  channelId: 'channel_c',
  seq: 1,
  messageNumber: 1,
  authorId: 'user_u',
  content,
  createdAt: at,
  editedAt: null,
  isDeleted: false,
  isPinned: true,
  replyToId: replyTo?.id ?? null,
  trackMoment: null,
  attachments: [{ id: 'attachment_a', filename: 'a', contentType: 'a/b', byteSize: 1, aid: 'x', width: null, height: null }],
  thread: null,
  poll: null,
  webhook: null,
  mentions: [],
  mentionedRoles: [],
  reactions: [{ emoji: '🔥', count: 1 }],
  replyTo,
});
const event = (kind: 'MESSAGE_SENT' | 'MESSAGE_EDITED' | 'MESSAGE_DELETED' | 'PIN_CHANGED', about: MessageView): ChannelEvent => ({
  kind,
  seq: 1,
  accessEpoch: 1,
  occurredAt: at,
  message: about,
});
const playback: ChannelEvent = {
  kind: 'PLAYBACK_SYNCED',
  seq: 1,
  accessEpoch: 1,
  occurredAt: at,
  playback: { trackId: 'track_t', positionMs: 0, isPlaying: true, asOf: at, hostId: 'user_u' },
};

describe('rewrittenMessage', () => {
  it('is the message of an edit or a deletion, and of nothing else', () => {
    const about = message('a', 'text');
    expect(rewrittenMessage(event('MESSAGE_EDITED', about))).toBe(about);
    expect(rewrittenMessage(event('MESSAGE_DELETED', about))).toBe(about);
    expect([
      rewrittenMessage(event('MESSAGE_SENT', about)),
      rewrittenMessage(event('PIN_CHANGED', about)),
      rewrittenMessage(playback),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe('withRewritten', () => {
  const old = message('a', 'old');

  it('takes over an edited text and keeps what it knows of the rest', () => {
    const present = { ...message('a', 'new'), editedAt: new Date(5), isPinned: false };
    expect(withRewritten(event('MESSAGE_SENT', old), present)).toMatchObject({
      message: { content: 'new', editedAt: new Date(5), isPinned: true },
    });
  });

  it('leaves the tombstone of a deleted one, also where it is quoted', () => {
    const present = tombstone(old);
    expect(withRewritten(event('MESSAGE_SENT', old), present)).toMatchObject({
      message: { content: '', isDeleted: true, isPinned: false, reactions: [] },
    });
    expect(withRewritten(event('MESSAGE_SENT', message('b', 'answer', old)), present)).toMatchObject({
      message: { content: 'answer', replyTo: { content: '', isDeleted: true } },
    });
  });

  it('never brings the text of a deleted message back', () => {
    expect(withRewritten(event('MESSAGE_SENT', tombstone(old)), message('a', 'edited before'))).toMatchObject({
      message: { content: '', isDeleted: true },
    });
  });

  it('leaves other messages and playback as they are', () => {
    const other = event('MESSAGE_SENT', message('b', 'other'));
    expect(withRewritten(other, tombstone(old))).toBe(other);
    expect(withRewritten(playback, tombstone(old))).toBe(playback);
  });
});
