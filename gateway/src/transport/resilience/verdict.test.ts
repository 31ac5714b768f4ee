import { describe, expect, it } from 'vitest';
import { type FailureKind, SubgraphFailure } from '../port.ts';
import { mayRepeat, verdictOf } from './verdict.ts';

const failure = (kind: FailureKind) => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', kind, { kind });

describe('verdictOf', () => {
  it.each<[FailureKind, string]>([
    ['unreachable', 'ill'],
    ['unavailable', 'ill'],
    ['broken', 'ill'],
    ['late', 'ill'],
    ['refused', 'well'],
    ['invalid', 'well'],
    ['cancelled', 'unknown'],
    ['held-back', 'unknown'],
  ])('takes %s for %s', (kind, verdict) => {
    expect(verdictOf(failure(kind), true)).toBe(verdict);
  });

  it('does not blame a subgraph that was given too little time', () => {
    expect(verdictOf(failure('late'), false)).toBe('unknown');
  });

  it('takes what no transport throws for a fault', () => {
    expect(verdictOf(new Error('a bug'), true)).toBe('ill');
  });
});

describe('mayRepeat', () => {
  it('allows it only where nothing was answered or the subgraph cannot serve just now', () => {
    const kinds: readonly FailureKind[] = ['unreachable', 'unavailable', 'broken', 'refused', 'late', 'invalid', 'cancelled', 'held-back'];
    expect(kinds.filter((kind) => mayRepeat(failure(kind)))).toEqual(['unreachable', 'unavailable']);
    expect(mayRepeat(new Error('a bug'))).toBe(false);
  });
});
