import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaker, BREAKER_SETTINGS, type Breaker, type BreakerState, type Passage, type Verdict } from './breaker.ts';

const START = 1_000_000;

function watched() {
  const states: BreakerState[] = [];
  return { states, subject: breaker(BREAKER_SETTINGS, (state) => void states.push(state)) };
}

function settleMany(subject: Breaker, verdicts: readonly Verdict[], now: number): void {
  for (const verdict of verdicts) subject.enter(now)?.settle(verdict, now);
}

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);

/** A breaker that twenty ill calls have opened at `START`. */
function opened() {
  const { states, subject } = watched();
  settleMany(subject, times(20, 'ill'), START);
  return { states, subject };
}

describe('breaker', () => {
  it('opens when half of at least twenty calls in ten seconds were ill', () => {
    const { subject } = watched();
    settleMany(subject, [...times(10, 'well' as const), ...times(9, 'ill' as const)], START);
    expect(subject.state).toBe('closed');
    settleMany(subject, ['ill'], START);
    expect(subject.state).toBe('open');
    expect(subject.enter(START + 999)).toBeUndefined();
  });

  it('stays closed for nineteen ill calls, and for twenty of which the first are forgotten', () => {
    const { subject } = watched();
    settleMany(subject, times(19, 'ill'), START);
    settleMany(subject, times(10, 'ill'), START + 11_000);
    expect(subject.state).toBe('closed');
  });

  it('lets exactly one of many callers through after the wait', () => {
    const { subject } = opened();
    const passages = times(50, 0).map(() => subject.enter(START + 1_000));
    expect(passages.filter(Boolean)).toMatchObject([{ isProbe: true }]);
    expect(subject.state).toBe('half-open');
    expect(subject.admits(START + 60_000)).toBe(false);
  });

  it('closes after a well probe and has forgotten what was before', () => {
    const { subject, states } = opened();
    subject.enter(START + 1_000)!.settle('well', START + 1_100);
    settleMany(subject, times(19, 'ill'), START + 1_200);
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('doubles the wait after every ill probe up to thirty seconds, and starts anew once it was closed', () => {
    const { subject } = opened();
    let now = START + 1_000;
    for (const waitMs of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      subject.enter(now)!.settle('ill', now);
      expect(subject.admits(now + waitMs - 1)).toBe(false);
      now += waitMs;
      expect(subject.admits(now)).toBe(true);
    }
    subject.enter(now)!.settle('well', now);
    settleMany(subject, times(20, 'ill'), now);
    expect(subject.admits(now + 1_000)).toBe(true);
  });

  it('gives the place of a probe that says nothing to the next call, without a longer wait', () => {
    const { subject } = opened();
    subject.enter(START + 1_000)!.settle('unknown', START + 1_500);
    expect(subject.enter(START + 1_500)).toMatchObject({ isProbe: true });
  });

  it('does not listen to calls that entered before it opened, nor to one that is settled twice', () => {
    const { subject } = watched();
    const early = times(30, 0).map(() => subject.enter(START)!);
    settleMany(subject, times(20, 'ill'), START);
    const probe = subject.enter(START + 1_000)!;
    for (const passage of early) passage.settle('well', START + 1_000);
    expect(subject.state).toBe('half-open');
    probe.settle('well', START + 1_000);
    probe.settle('ill', START + 1_000);
    for (const passage of early) passage.settle('ill', START + 1_100);
    expect(subject.state).toBe('closed');
  });

  const step = fc.record({
    advanceMs: fc.integer({ min: 0, max: 3_000 }),
    enters: fc.integer({ min: 0, max: 12 }),
    verdicts: fc.array(fc.constantFrom<Verdict>('well', 'ill', 'unknown'), { maxLength: 12 }),
  });

  it('has at most one probe at a time, lets nobody else through meanwhile, and knows no other way through its states', () => {
    const ways: readonly string[] = ['closed>open', 'open>half-open', 'half-open>open', 'half-open>closed'];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const seen: BreakerState[] = ['closed'];
        const subject = breaker(BREAKER_SETTINGS, (state) => void seen.push(state));
        const running: Passage[] = [];
        let now = START;
        for (const { advanceMs, enters, verdicts } of steps) {
          now += advanceMs;
          for (let count = 0; count < enters; count += 1) {
            const before = subject.state;
            const isAdmitted = subject.admits(now);
            const passage = subject.enter(now);
            expect(passage !== undefined).toBe(isAdmitted);
            expect(before === 'half-open' && passage !== undefined).toBe(false);
            expect(passage?.isProbe ?? false).toBe(before === 'open' && isAdmitted);
            if (passage) running.push(passage);
          }
          for (const verdict of verdicts) running.shift()?.settle(verdict, now);
          for (let index = 1; index < seen.length; index += 1) expect(ways).toContain(`${seen[index - 1]}>${seen[index]}`);
        }
      }),
    );
  });

  it('never opens while most calls are well or say nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 100 }), (pauses) => {
        const { subject } = watched();
        let now = START;
        for (const pauseMs of pauses) {
          now += pauseMs;
          settleMany(subject, ['well', 'well', 'ill', 'unknown'], now);
          expect(subject.state).toBe('closed');
        }
      }),
    );
  });
});
