import { describe, expect, it } from 'vitest';
import { eventQueue } from './event-queue.ts';

const tooSlow = () => new Error('too slow');

describe('eventQueue', () => {
  it('gives events in order, those that come later too, and then ends', async () => {
    const queue = eventQueue<{ readonly n: number }>(10, tooSlow);
    queue.push({ n: 1 });
    expect(await queue.next()).toEqual({ n: 1 });
    const waiting = queue.next();
    queue.push({ n: 2 });
    queue.end();
    expect(await waiting).toEqual({ n: 2 });
    expect(await queue.next()).toBeUndefined();
    expect(queue.push({ n: 3 })).toBe(false);
  });

  it('tells a failure after the events before it', async () => {
    const queue = eventQueue<object>(10, tooSlow);
    queue.push({});
    queue.fail(new Error('lost'));
    expect(await queue.next()).toEqual({});
    await expect(queue.next()).rejects.toThrow('lost');
  });

  it('fails when its reader is too slow, and takes no more', async () => {
    const queue = eventQueue<object>(1, tooSlow);
    expect(queue.push({})).toBe(true);
    expect(queue.push({})).toBe(false);
    expect(queue.push({})).toBe(false);
    expect(await queue.next()).toEqual({});
    await expect(queue.next()).rejects.toThrow('too slow');
  });
});
