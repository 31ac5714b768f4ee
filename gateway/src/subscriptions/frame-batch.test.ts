import { describe, expect, it } from 'vitest';
import { frameBatch } from './frame-batch.ts';
import { MAX_COPIED_BYTES, textFrame } from './frames.ts';
import { writtenAnswer } from './live/event-answer.ts';
import { SharedEvent } from './live/shared-event.ts';

const prefix = Buffer.from('{"id":"é","payload":');
const eventOf = (text: string) =>
  new SharedEvent(
    0,
    { typeName: undefined, cursor: undefined, seq: undefined, subject: undefined, quotes: undefined },
    writtenAnswer(text),
  );
const frameOf = (event: SharedEvent) => textFrame(prefix, event.body, true);

describe('frames that leave together', () => {
  it('are those that would leave alone, at every length of their head', () => {
    const batch = frameBatch();
    const events = ['', 'é', 'x'.repeat(100), 'x'.repeat(104), 'x'.repeat(110), 'ü'.repeat(700)].map(eventOf);
    for (const event of events) expect(batch.add(prefix, event)).toBe(true);
    expect(batch.take(false)).toEqual(Buffer.concat(events.map(frameOf)));
    expect([batch.length, batch.take(true).length]).toEqual([0, 0]);
  });

  it('are as many as there is room for', () => {
    const batch = frameBatch();
    const large = eventOf('x'.repeat(MAX_COPIED_BYTES - 1));
    let added = 0;
    while (batch.add(prefix, large)) added += 1;
    expect(added).toBe(3);
    expect(batch.take(true)).toEqual(Buffer.concat(Array.from({ length: added }, () => frameOf(large))));
  });

  it('are those of one client at a time', () => {
    const batch = frameBatch();
    expect([batch.lend(), batch.lend(), batch.isLent]).toEqual([true, false, true]);
    batch.giveBack();
    expect([batch.isLent, batch.lend()]).toEqual([false, true]);
  });
});
