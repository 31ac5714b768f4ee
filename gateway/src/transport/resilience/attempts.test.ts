import { ANONYMOUS } from '@veza/auth';
import { describe, expect, it } from 'vitest';
import { type CallMeta, SubgraphFailure } from '../port.ts';
import { attempt } from './attempts.ts';
import type { Verdict } from './breaker.ts';

const unreachable = () => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away', { kind: 'unreachable' });

/** A query that finds nobody, `rest` of what comes with it, and what is said of the subgraph in the end. */
function failing(rest: Partial<CallMeta> = {}, isProbe = false) {
  const verdicts: Verdict[] = [];
  const deadlines: number[] = [];
  const meta: CallMeta = { caller: ANONYMOUS, requestId: 'r', deadlineAt: 10_000, signal: new AbortController().signal, ...rest };
  const call = {
    passage: { isProbe, settle: (verdict: Verdict) => void verdicts.push(verdict) },
    meta,
    tryMs: 3_000,
    send: ({ deadlineAt }: CallMeta) => (deadlines.push(deadlineAt), Promise.reject(unreachable())),
    takeRetry: () => true,
  };
  const clocks = { now: () => 0, elapsed: () => 0, random: () => 0.999 };
  return { verdicts, deadlines, outcome: attempt(call, clocks).catch((failure: SubgraphFailure) => failure.kind) };
}

describe('attempt', () => {
  it('tries a query twice, each with its part of the time, and settles once', async () => {
    const { outcome, verdicts, deadlines } = failing();
    expect(await outcome).toBe('unreachable');
    expect(deadlines).toEqual([3_000, 3_000]);
    expect(verdicts).toEqual(['ill']);
  });

  it('tries a probe once', async () => {
    const { outcome, deadlines } = failing({}, true);
    expect(await outcome).toBe('unreachable');
    expect(deadlines).toHaveLength(1);
  });

  it('does not repeat what nobody waits for any more, and does not blame the subgraph', async () => {
    const leaving = new AbortController();
    const { outcome, verdicts, deadlines } = failing({ signal: leaving.signal });
    leaving.abort();
    expect(await outcome).toBe('cancelled');
    expect(deadlines).toHaveLength(1);
    expect(verdicts).toEqual(['unknown']);
  });

  it('does not repeat what would come too late', async () => {
    const { outcome, deadlines } = failing({ deadlineAt: 40 });
    expect(await outcome).toBe('late');
    expect(deadlines).toEqual([40]);
  });
});
