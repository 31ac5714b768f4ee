import { describe, expect, it } from 'vitest';
import { drainSockets } from './drain.ts';

const crowd = (count: number) => {
  const closed: { readonly code: number; readonly reason: string }[] = [];
  return {
    closed,
    sockets: Array.from({ length: count }, () => ({ close: (code: number, reason: string) => void closed.push({ code, reason }) })),
  };
};

describe('drainSockets', () => {
  it('closes everybody at once when it is not to be spread', async () => {
    const { closed, sockets } = crowd(3);
    await drainSockets(sockets, 0, () => 0.25);
    expect(closed).toEqual(Array.from({ length: 3 }, () => ({ code: 1012, reason: '{"retryAfterMs":250}' })));
  });

  it('closes an equal part each second when it is', async () => {
    const { closed, sockets } = crowd(4);
    const drained = drainSockets(sockets, 2_000, () => 0.5);
    expect(closed).toHaveLength(2);
    await drained;
    expect(closed.map(({ reason }) => reason)).toEqual(Array.from({ length: 4 }, () => '{"retryAfterMs":15000}'));
  });
});
