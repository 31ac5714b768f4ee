import { describe, expect, it } from 'vitest';
import { boundedQueue } from './bounded-queue.ts';

/** A job that ends when it is told to. */
function job() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { run: () => ended, end };
}

describe('boundedQueue', () => {
  it('runs so many, lets so many wait in order, and refuses the rest', async () => {
    const queue = boundedQueue({ running: 1, waiting: 2 });
    const log: string[] = [];
    const first = job();
    const results = [
      queue(first.run),
      queue(async () => log.push('second')),
      queue(async () => log.push('third')),
      queue(async () => log.push('fourth')),
    ];
    expect(await results[3]).toEqual({ ok: false, error: { code: 'OVERLOADED' } });
    expect(log).toEqual([]);
    first.end();
    await Promise.all(results);
    expect(log).toEqual(['second', 'third']);
  });

  it('gives a slot back when a job fails', async () => {
    const queue = boundedQueue({ running: 1, waiting: 0 });
    await expect(queue(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue(async () => 'fine')).toEqual({ ok: true, value: 'fine' });
  });
});
