import { describe, expect, it } from 'vitest';
import { readTraceParent, writeTraceParent } from './trace-parent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

describe('readTraceParent', () => {
  it('reads what it writes', () => {
    for (const flags of [0, 1, 3]) {
      const place = { traceId: TRACE, spanId: SPAN, flags };
      expect(readTraceParent(writeTraceParent(place))).toEqual(place);
    }
  });

  it.each([
    undefined,
    ['00', TRACE, SPAN, '01'],
    '',
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE}-${SPAN}-01-more`,
    `01-${TRACE}-${SPAN}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
  ])('takes %j for no place in a trace', (header) => {
    expect(readTraceParent(header)).toBeUndefined();
  });
});
