import { silentLog } from '@veza/telemetry';
import { describe, expect, it } from 'vitest';
import { processOverload } from './process-overload.ts';

function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('processOverload', () => {
  it('refuses usual work while the event loop is late all the time, and takes it on again afterwards', async () => {
    using overload = processOverload({ delayLimitMs: 25, random: Math.random, log: silentLog });
    const turns = { left: 60 };
    while (!overload.refuses('usual') && turns.left > 0) {
      turns.left -= 1;
      block(60);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(overload.refuses('usual')).toBe(true);
    await expect.poll(() => overload.refuses('usual'), { timeout: 10_000 }).toBe(false);
  });
});
