import { describe, expect, it } from 'vitest';
import { activeLabels } from './active-labels.ts';

const decided = (labels: readonly string[], draw: number, configured: readonly string[] = []) =>
  activeLabels({ configured, random: () => draw })(labels);

describe('activeLabels', () => {
  it.each([
    ['percent(0)', 0, false],
    ['percent(100)', 0.999_999, true],
    ['percent(50)', 0.499, true],
    ['percent(50)', 0.5, false],
    ['percent(0.5)', 0.004, true],
    ['percent(0.5)', 0.006, false],
  ])('%s with the draw %d', (label, draw, holds) => {
    expect(decided([label], draw)).toEqual(holds ? [label] : []);
  });

  it('draws once for all labels of a request, and not at all without any', () => {
    let draws = 0;
    const decide = activeLabels({ configured: [], random: () => ((draws += 1), 0.3) });
    expect(decide(['percent(20)', 'percent(40)', 'percent(60)'])).toEqual(['percent(40)', 'percent(60)']);
    expect(decide([])).toEqual([]);
    expect(draws).toBe(1);
  });

  it('lets other labels hold where they are configured', () => {
    expect(decided(['beta', 'alpha', 'percent(a)'], 0, ['beta'])).toEqual(['beta']);
  });
});
