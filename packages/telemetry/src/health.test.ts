import { describe, expect, it } from 'vitest';
import { health } from './health.ts';
import { type Log, silentLog } from './log.ts';

describe('health', () => {
  it('names the parts that fail or do not answer in time', async () => {
    const checks = {
      database: () => Promise.resolve(),
      broker: () => Promise.reject(new Error('refused')),
      store: () => new Promise(() => undefined),
    };
    expect(await health({ checks, log: silentLog, timeoutMs: 10 })()).toEqual({ isHealthy: false, failed: ['broker', 'store'] });
    expect(await health({ checks: { database: checks.database }, log: silentLog })()).toEqual({ isHealthy: true, failed: [] });
  });

  it('logs the beginning and the end of a failure once', async () => {
    const events: string[] = [];
    const log: Log = { ...silentLog, info: (event) => void events.push(event), error: (event) => void events.push(event) };
    let isDown = true;
    const check = async () => {
      if (isDown) throw new Error('down');
    };
    const ask = health({ checks: { database: check }, log });
    await ask();
    await ask();
    isDown = false;
    await ask();
    await ask();
    expect(events).toEqual(['health.failed', 'health.recovered']);
  });
});
