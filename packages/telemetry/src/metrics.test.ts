import { describe, expect, it } from 'vitest';
import { counter, createMetrics, durations, gauge } from './metrics.ts';

describe('metrics', () => {
  it('appear in the Prometheus text with their labels', async () => {
    const metrics = createMetrics();
    counter(metrics, { name: 'veza_test_total', help: 'Tests.', labels: ['outcome'] }).inc({ outcome: 'ok' });
    durations(metrics, { name: 'veza_test_duration_seconds', help: 'Durations.' }).observe(0.2);
    gauge(metrics, { name: 'veza_test_rows', help: 'Rows.' }, () => 42);
    const text = await metrics.metrics();
    expect(text).toContain('veza_test_total{outcome="ok"} 1');
    expect(text).toContain('veza_test_duration_seconds_bucket{le="0.25"} 1');
    expect(text).toContain('veza_test_rows 42');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });
});
