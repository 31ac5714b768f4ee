import { describe, expect, it } from 'vitest';
import { EventRing } from './event-ring.ts';
import { writtenAnswer } from './event-answer.ts';
import { SharedEvent } from './shared-event.ts';

function eventOf(number: number, subject: string, quotes?: string): SharedEvent {
  return new SharedEvent(number, { typeName: 'T', cursor: `c${number + 1}`, seq: number + 1, subject, quotes }, writtenAnswer('{}'));
}

function ringOf(events: number, capacity = 4): EventRing {
  const ring = new EventRing(capacity);
  for (let number = 0; number < events; number += 1) {
    ring.push(eventOf(number, `s${number % 2}`), true);
  }
  return ring;
}

describe('EventRing', () => {
  it('keeps the last events, by their number', () => {
    const ring = ringOf(6);
    expect([ring.oldest, ring.head, ring.newest?.number]).toEqual([2, 5, 5]);
    expect([1, 2, 5, 6].map((number) => ring.at(number)?.number)).toEqual([undefined, 2, 5, undefined]);
    expect([ringOf(0).oldest, ringOf(0).head, ringOf(0).newest]).toEqual([0, -1, undefined]);
  });

  it('knows what follows an event that it has, or that came just before', () => {
    const ring = ringOf(6);
    expect(ring.after({ cursor: 'c3' })).toBe(3);
    expect(ring.after({ cursor: 'c6' })).toBe(6);
    expect(ring.after({ cursor: 'c2', seq: 2 })).toBe(2);
    expect(ring.after({ cursor: 'c1', seq: 1 })).toBeUndefined();
    expect(ring.after({ cursor: 'unknown' })).toBeUndefined();
  });

  it('takes an event for out of date when a later one is about what it quotes, but not when that only quotes the same', () => {
    const ring = new EventRing(4);
    ring.push(eventOf(0, 'answer', 'question'), true);
    ring.push(eventOf(1, 'other answer', 'question'), true);
    expect(ring.at(0)?.isOutOfDate).toBe(false);
    ring.push(eventOf(2, 'question'), true);
    expect([0, 1, 2].map((number) => ring.at(number)?.isOutOfDate)).toEqual([true, true, false]);
  });

  it('tells which events a later one about the same has put out of date', () => {
    const ring = ringOf(4);
    expect([0, 1, 2, 3].map((number) => ring.at(number)!.isOutOfDate)).toEqual([true, true, false, false]);
  });
});
