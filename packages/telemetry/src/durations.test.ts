import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { durations } from './durations.ts';

const SHAPE = { name: 'veza_test_seconds', help: 'Tests.', labels: ['door', 'outcome'] } as const;

describe('durations', () => {
  it('are counted in every bucket that they fit into, and summed up, for each combination of labels', async () => {
    const registry = new Registry();
    const seen = durations(registry, SHAPE);
    seen.observe({ door: 'http', outcome: 'ok' }, 0.0025);
    seen.observe({ outcome: 'ok', door: 'http' }, 0.02);
    seen.observe({ door: 'http', outcome: 'ok' }, 60);
    seen.observe({ door: 'socket', outcome: 'ok' }, 1);
    const lines = (await registry.metrics()).split('\n');
    expect(lines[1]).toBe('# TYPE veza_test_seconds histogram');
    const valuesOf = (labels: string) => lines.filter((line) => line.includes(labels)).map((line) => Number(line.split(' ')[1]));
    expect(valuesOf('door="http"')).toEqual([0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 60.0225, 3]);
    expect(lines).toContain('veza_test_seconds_bucket{le="+Inf",door="socket",outcome="ok"} 1');
    expect(lines).toContain('veza_test_seconds_count{door="socket",outcome="ok"} 1');
  });

  it('have one place in a registry', () => {
    const registry = new Registry();
    durations(registry, SHAPE);
    expect(() => durations(registry, SHAPE)).toThrow(/already been registered/);
  });
});
