import { describe, expect, it, vi } from 'vitest';
import { bulkhead } from './bulkhead.ts';

const patience = (rest: { remainingMs?: number; signal?: AbortSignal } = {}) => ({
  remainingMs: 60_000,
  signal: new AbortController().signal,
  ...rest,
});

describe('bulkhead', () => {
  it('gives a place that becomes free to whoever waits longest', async () => {
    const places = bulkhead({ running: 1, queued: 2 });
    expect(places.tryEnter()).toBe(true);
    const order: string[] = [];
    const first = places.enter(patience()).then(() => order.push('first'));
    const second = places.enter(patience()).then(() => order.push('second'));
    expect(await places.enter(patience())).toBe('full');
    places.leave();
    await first;
    places.leave();
    await second;
    expect(order).toEqual(['first', 'second']);
    expect([places.running, places.queued]).toEqual([1, 0]);
    places.leave();
    expect(places.running).toBe(0);
  });

  it('lets those go who cannot wait any longer, and gives their place in the line to others', async () => {
    vi.useFakeTimers();
    try {
      const places = bulkhead({ running: 1, queued: 2 });
      expect(await places.enter(patience())).toBe('entered');
      const leaving = new AbortController();
      const hasty = places.enter(patience({ remainingMs: 100 }));
      const abandoned = places.enter(patience({ signal: leaving.signal }));
      leaving.abort();
      expect(await abandoned).toBe('cancelled');
      await vi.advanceTimersByTimeAsync(100);
      expect(await hasty).toBe('late');
      expect([places.running, places.queued]).toEqual([1, 0]);
      expect(await places.enter(patience({ signal: leaving.signal }))).toBe('cancelled');
      places.leave();
      expect(places.running).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
