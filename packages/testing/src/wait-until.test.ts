import { describe, expect, it } from 'vitest';
import { waitUntil } from './wait-until.ts';

describe('waitUntil', () => {
  it('answers the first truthy value', async () => {
    let calls = 0;
    expect(await waitUntil(() => ((calls += 1) < 3 ? undefined : `call ${calls}`), { intervalMs: 1 })).toBe('call 3');
  });

  it('waits for a condition that throws at first', async () => {
    let calls = 0;
    const condition = async () => {
      calls += 1;
      if (calls < 3) throw new Error('not yet');
      return true;
    };
    expect(await waitUntil(condition, { intervalMs: 1 })).toBe(true);
  });

  it('gives up at the time limit and says why', async () => {
    const condition = () => Promise.reject(new Error('never'));
    await expect(waitUntil(condition, { timeoutMs: 20, intervalMs: 1 })).rejects.toMatchObject({
      message: expect.stringContaining('not true within 20 ms'),
      cause: new Error('never'),
    });
  });
});
