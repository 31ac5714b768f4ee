import type { ServerResponse } from 'node:http';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { sseStream } from './sse-stream.ts';

/** A response whose client takes what was written when it is told to. */
class FakeResponse extends EventEmitter {
  written = '';
  destroyed = false;
  writableLength = 0;
  hasEnded = false;
  readonly #taken: (() => void)[] = [];
  write(chunk: string | Buffer, taken: () => void): boolean {
    this.written += String(chunk);
    this.writableLength += chunk.length;
    this.#taken.push(taken);
    return true;
  }
  end(): void {
    this.hasEnded = true;
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
  cork(): void {}
  uncork(): void {}
  take(): void {
    this.writableLength = 0;
    for (const taken of this.#taken.splice(0)) taken();
  }
}

function scene(isGone = false) {
  const response = new FakeResponse();
  response.destroyed = isGone;
  let now = 0;
  let overs = 0;
  const limits = { events: 3, bytes: 1_000 };
  const stream = sseStream(response as unknown as ServerResponse, { limits, now: () => now, onOver: () => (overs += 1) });
  const event = (payload: string, cursor?: string) =>
    stream.sink.event({ payload: Buffer.from(payload), marks: { cursor } } as Parameters<typeof stream.sink.event>[0]);
  return { response, stream, event, pass: (milliseconds: number) => (now += milliseconds), overs: () => overs };
}

describe('an event stream', () => {
  it('opens with a comment and writes events with their cursors as ids', () => {
    const { response, event } = scene();
    event('{"data":1}', 'c1');
    event('{"data":2}');
    expect(response.written).toBe(':\n\nid: c1\nevent: next\ndata: {"data":1}\n\nevent: next\ndata: {"data":2}\n\n');
  });

  it.each(['a\nevent: x', 'a\rb', 'a\0'])('leaves out an id that would be more than one', (cursor) => {
    const { response, event } = scene();
    event('{}', cursor);
    expect(response.written).toBe(':\n\nevent: next\ndata: {}\n\n');
  });

  it('has room for so many events and so many bytes, and tells when there is room again', () => {
    const { response, stream, event } = scene();
    const told: string[] = [];
    event('1');
    expect(stream.sink.hasRoom()).toBe(true);
    event('2');
    expect(stream.sink.hasRoom()).toBe(false);
    stream.sink.whenRoom(() => told.push('room'));
    response.take();
    expect([told, stream.sink.hasRoom()]).toEqual([['room'], true]);
    event('x'.repeat(1_000));
    expect(stream.sink.hasRoom()).toBe(false);
  });

  it('knows how long nothing was taken', () => {
    const { response, stream, event, pass } = scene();
    response.take();
    pass(50);
    expect(stream.stalledMs()).toBe(0);
    event('1');
    pass(70);
    expect(stream.stalledMs()).toBe(70);
    response.take();
    expect(stream.stalledMs()).toBe(0);
  });

  it('comments only while nothing waits', () => {
    const { response, stream } = scene();
    stream.comment();
    expect(response.written).toBe(':\n\n');
    response.take();
    stream.comment();
    expect(response.written).toBe(':\n\n:\n\n');
  });

  it.each([
    ['completed', 'event: complete\ndata: \n\n'],
    ['failed', 'event: next\ndata: {"errors":[{"message":"no"}]}\n\nevent: complete\ndata: \n\n'],
    ['sent away', 'retry: 500\n\n'],
    ['dropped', ''],
  ])('ends once when it is %s, and writes nothing afterwards', (how, last) => {
    const { response, stream, event, overs } = scene();
    if (how === 'completed') stream.sink.complete();
    else if (how === 'failed') stream.fail([{ message: 'no' }]);
    else if (how === 'sent away') stream.sendAway(500);
    else stream.sink.giveUp();
    event('late');
    response.emit('close');
    expect(response.written).toBe(`:\n\n${last}`);
    expect([response.hasEnded, response.destroyed, overs(), stream.isOver]).toEqual([how !== 'dropped', how === 'dropped', 1, true]);
  });

  it('is over from the beginning when its client is gone by then', () => {
    const { response, stream, overs } = scene(true);
    expect([stream.isOver, overs(), response.written]).toEqual([true, 1, '']);
  });
});
