import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SigningKeyChange, signingKeyChanges, type SigningKeyStanding, type SigningKeyState } from './signing-key-rotation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-01-01T00:00:00.000Z');
const at = (ms: number) => new Date(START + ms);
const key = (kid: string, state: SigningKeyState, sinceMs: number): SigningKeyStanding => ({ kid, state, stateSince: at(sinceMs) });

/** The keys after the changes; new ones are named by a running number. */
function apply(keys: readonly SigningKeyStanding[], changes: readonly SigningKeyChange[], now: Date): readonly SigningKeyStanding[] {
  let made = 0;
  return changes.reduce<readonly SigningKeyStanding[]>((state, change) => {
    if (change.change === 'create') return [...state, { kid: `k${now.getTime()}-${(made += 1)}`, state: change.state, stateSince: now }];
    if (change.change === 'delete') return state.filter(({ kid }) => kid !== change.kid);
    return state.map((one) => (one.kid === change.kid ? { ...one, state: change.to, stateSince: now } : one));
  }, keys);
}

describe('signingKeyChanges', () => {
  it('makes the first two keys', () => {
    expect(signingKeyChanges([], at(0))).toEqual([
      { change: 'create', state: 'active' },
      { change: 'create', state: 'pending' },
    ]);
  });

  it('does nothing while all is well', () => {
    expect(signingKeyChanges([key('a', 'active', 0), key('b', 'pending', 0)], at(30 * DAY - 1))).toEqual([]);
  });

  it('lets the published key take over after 30 days, the old one stepping back first', () => {
    expect(signingKeyChanges([key('a', 'active', 0), key('b', 'pending', 0)], at(30 * DAY))).toEqual([
      { change: 'move', kid: 'a', to: 'retiring' },
      { change: 'move', kid: 'b', to: 'active' },
      { change: 'create', state: 'pending' },
    ]);
  });

  it('does not let a key sign that was published less than a day ago', () => {
    expect(signingKeyChanges([key('a', 'active', 0), key('b', 'pending', 30 * DAY)], at(31 * DAY - 1))).toEqual([]);
  });

  it('retires after an hour and deletes after 400 days', () => {
    const others = [key('a', 'active', 0), key('b', 'pending', 0)];
    expect(signingKeyChanges([...others, key('c', 'retiring', 0)], at(HOUR))).toEqual([{ change: 'move', kid: 'c', to: 'retired' }]);
    expect(signingKeyChanges([...others, key('c', 'retiring', 0)], at(HOUR - 1))).toEqual([]);
    expect(
      signingKeyChanges([key('c', 'retired', 0), key('a', 'active', 399 * DAY), key('b', 'pending', 399 * DAY)], at(400 * DAY)),
    ).toEqual([{ change: 'delete', kid: 'c' }]);
  });

  it('keeps one key that signs and one ready, and rotates at most once in 29 days, whatever the clock does by an hour', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 * 24 }), fc.constantFrom(-HOUR, 0, HOUR)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (schedule) => {
        let keys: readonly SigningKeyStanding[] = [];
        let trueTime = 0;
        const rotations: number[] = [];
        for (const [hours, skew] of schedule) {
          trueTime += hours * HOUR;
          const now = at(trueTime + skew);
          const changes = signingKeyChanges(keys, now);
          if (changes.some((change) => change.change === 'move' && change.to === 'retiring')) rotations.push(trueTime);
          keys = apply(keys, changes, now);
          expect(keys.filter(({ state }) => state === 'active')).toHaveLength(1);
          expect(keys.filter(({ state }) => state === 'pending')).toHaveLength(1);
        }
        const gaps = rotations.slice(1).map((time, index) => time - rotations[index]!);
        expect(gaps.filter((gap) => gap < 29 * DAY)).toEqual([]);
      }),
    );
  });
});
