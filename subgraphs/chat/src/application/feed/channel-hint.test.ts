import { describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import { decodeHint, encodeHint, MAX_HINT_BYTES } from './channel-hint.ts';
import { fakeMessage } from './fakes/fake-message.ts';

const sent = (content: string): ChannelEvent => ({
  kind: 'MESSAGE_SENT',
  seq: 7,
  accessEpoch: 2,
  occurredAt: new Date(5),
  message: fakeMessage(1, { content, editedAt: new Date(6), replyTo: fakeMessage(2) }),
});

describe('a hint', () => {
  it('carries a small entry whole, instants included', () => {
    const event = sent('hello');
    expect(decodeHint(encodeHint(event))).toEqual({ seq: 7, accessEpoch: 2, event });
  });

  it('goes without an entry that is too large', () => {
    expect(decodeHint(encodeHint(sent('x'.repeat(MAX_HINT_BYTES))))).toEqual({ seq: 7, accessEpoch: 2 });
  });

  it.each(['', 'nonsense', 'null', '7', '{}', '{"seq":"1","accessEpoch":1}', '{"seq":1}'])('is nothing when it reads %j', (text) => {
    expect(decodeHint(Buffer.from(text))).toBeUndefined();
  });
});
