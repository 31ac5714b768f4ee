import { describe, expect, it } from 'vitest';
import { turns } from './turns.ts';

describe('turns', () => {
  it('let no more work run than there are places, in order, whatever becomes of it', async () => {
    const inTurn = turns(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = [0, 1, 2, 3].map((number) =>
      inTurn(async () => {
        begun.push(number);
        await new Promise<void>((resolve) => void ends.push(resolve));
        if (number === 0) throw new Error('failed');
        return number;
      }),
    );
    const settled = Promise.allSettled(all);
    await new Promise(setImmediate);
    expect(begun).toEqual([0, 1]);
    ends[0]!();
    await new Promise(setImmediate);
    expect(begun).toEqual([0, 1, 2]);
    ends[1]!();
    ends[2]!();
    await new Promise(setImmediate);
    ends[3]!();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(await inTurn(() => Promise.resolve('again'))).toBe('again');
  });
});
