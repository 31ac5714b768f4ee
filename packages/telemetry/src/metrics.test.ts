import { describe, expect, it } from 'vitest';
import { durations } from './durations.ts';
import { countEach, counter, createMetrics, gauge, gaugeEach } from './metrics.ts';

describe('metrics', () => {
  it('appear in the Prometheus text with their labels', async () => {
    const metrics = createMetrics();
    counter(metrics, { name: 'veza_test_total', help: 'Tests.', labels: ['outcome'] }).inc({ outcome: 'ok' });
    durations(metrics, { name: 'veza_test_duration_seconds', help: 'Durations.' }).observe({}, 0.2);
    gauge(metrics, { name: 'veza_test_rows', help: 'Rows.' }, () => 42);
    const text = await metrics.metrics();
    expect(text).toContain('veza_test_total{outcome="ok"} 1');
    expect(text).toContain('veza_test_duration_seconds_bucket{le="0.25"} 1');
    expect(text).toContain('veza_test_rows 42');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('hear of frequent counts at each scrape, once', async () => {
    const metrics = createMetrics();
    const count = countEach(metrics, { name: 'veza_test_calls_total', help: 'Calls.', label: 'subgraph' });
    count('chat');
    count('chat', 4);
    count('users');
    expect(await metrics.metrics()).toContain('veza_test_calls_total{subgraph="chat"} 5');
    count('chat');
    const text = await metrics.metrics();
    expect(text).toContain('veza_test_calls_total{subgraph="chat"} 6');
    expect(text).toContain('veza_test_calls_total{subgraph="users"} 1');
  });

  it('leave out what cannot be read at the moment', async () => {
    const metrics = createMetrics();
    gaugeEach(
      metrics,
      { name: 'veza_test_lag_seconds', help: 'Lag.', label: 'subgraph' },
      { chat: async () => 2, users: () => Promise.reject(new Error('away')) },
    );
    const text = await metrics.metrics();
    expect(text).toContain('veza_test_lag_seconds{subgraph="chat"} 2');
    expect(text).not.toContain('subgraph="users"');
  });

  it('say how late the event loop turned since the scrape before', async () => {
    const metrics = createMetrics();
    const delay = async () => {
      const text = await metrics.metrics();
      return Number(/veza_event_loop_delay_seconds\{quantile="max"\} (\S+)/.exec(text)?.[1]);
    };
    const turn = () => new Promise((resolve) => setTimeout(resolve, 50));
    await turn();
    await delay();
    await turn();
    const end = performance.now() + 200;
    while (performance.now() < end);
    await turn();
    expect(await delay()).toBeGreaterThan(0.15);
    expect(await delay()).toBeLessThan(0.15);
  });
});
