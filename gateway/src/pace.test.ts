import { describe, expect, it } from 'vitest';
import { pace } from './pace.ts';

/** Keeps the thread busy. Milliseconds. */
function work(duration: number): void {
  const end = performance.now() + duration;
  while (performance.now() < end);
}

describe('pace', () => {
  it('gives every one of several pieces of work that come together a turn of its own', async () => {
    const done: string[] = [];
    const turns: number[] = [];
    let turn = 0;
    const count = (): void => {
      turn += 1;
      if (done.length < 4) setImmediate(count);
    };
    setImmediate(count);
    const piece = async (name: string) => {
      const pause = pace();
      for (const step of [1, 2]) {
        await pause();
        done.push(`${name}${step}`);
        turns.push(turn);
        work(2);
      }
    };
    await Promise.all([piece('a'), piece('b')]);
    expect(done).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect(new Set(turns).size).toBe(4);
  });

  it('costs nothing as long as steps are short', async () => {
    const pause = pace();
    expect(pause()).toBeInstanceOf(Promise);
    await pause();
    expect([pause(), pause()]).toEqual([undefined, undefined]);
  });
});
