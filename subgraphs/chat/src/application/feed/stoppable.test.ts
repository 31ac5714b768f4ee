import { describe, expect, it } from 'vitest';
import { stoppable } from './stoppable.ts';

function setUp(run: (signal: AbortSignal) => AsyncGenerator<number, void>) {
  const controller = new AbortController();
  const ends: string[] = [];
  return { stream: stoppable({ signal: controller.signal, run, onEnd: () => ends.push('end') }), ends, stop: () => controller.abort() };
}

const untilStopped = (signal: AbortSignal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

describe('a stoppable stream', () => {
  it('ends by itself, once', async () => {
    const { stream, ends } = setUp(async function* () {
      yield 1;
    });
    const seen: number[] = [];
    for await (const value of stream) seen.push(value);
    await stream.return?.();
    expect([seen, ends]).toEqual([[1], ['end']]);
  });

  it('ends while its reader waits, from outside and from the reader', async () => {
    for (const way of ['abort', 'return'] as const) {
      const { stream, ends, stop } = setUp(async function* (signal) {
        await untilStopped(signal);
        yield* [];
      });
      const waiting = stream.next();
      if (way === 'abort') stop();
      else await stream.return?.();
      expect([(await waiting).done, ends]).toEqual([true, ['end']]);
    }
  });

  it('ends when it fails, and when its reader fails', async () => {
    const failing = setUp(async function* () {
      yield 1;
      throw new Error('broken');
    });
    await failing.stream.next();
    await expect(failing.stream.next()).rejects.toThrow('broken');
    const running = setUp(async function* () {
      yield 1;
    });
    await expect(running.stream.throw?.(new Error('the reader broke'))).rejects.toThrow('the reader broke');
    expect([failing.ends, running.ends]).toEqual([['end'], ['end']]);
  });

  it('has ended at once when it starts too late', () => {
    const controller = new AbortController();
    controller.abort();
    const ends: string[] = [];
    stoppable({ signal: controller.signal, run: async function* () {}, onEnd: () => ends.push('end') });
    expect(ends).toEqual(['end']);
  });
});
