import fc from 'fast-check';
import { silentLog } from '@veza/telemetry';
import { OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { RootField } from '../supergraph/root-fields.ts';
import { overload, type WatchedOverload } from './overload.ts';
import { operationPriority, PRIORITIES, type Priority } from './priority.ts';

/** A process whose state a test sets. */
function watched(random: () => number = () => 0) {
  const state = { delayMs: 0, heapShare: 0 };
  const logged: string[] = [];
  const log = { ...silentLog, warn: (event: string) => void logged.push(event), info: (event: string) => void logged.push(event) };
  const signals = { delayMs: () => state.delayMs, heapShare: () => state.heapShare };
  return { state, logged, subject: overload({ signals, delayLimitMs: 200, random, log }) };
}

const refusedBy = (subject: WatchedOverload): readonly Priority[] => PRIORITIES.filter((priority) => subject.refuses(priority));

function look(subject: WatchedOverload, times: number): void {
  for (let count = 0; count < times; count += 1) subject.look();
}

describe('overload', () => {
  it.each<[number, readonly Priority[]]>([
    [99, []],
    [100, ['deferrable']],
    [150, ['discovery', 'deferrable']],
    [199, ['discovery', 'deferrable']],
    [200, ['usual', 'discovery', 'deferrable']],
    [399, ['usual', 'discovery', 'deferrable']],
    [400, ['essential', 'usual', 'discovery', 'deferrable']],
  ])('refuses, when the event loop is %i ms late, %j', (delayMs, refused) => {
    const { state, subject } = watched();
    state.delayMs = delayMs;
    look(subject, 3);
    expect(refusedBy(subject)).toEqual(refused);
  });

  it.each<[number, readonly Priority[]]>([
    [0.84, []],
    [0.85, ['usual', 'discovery', 'deferrable']],
    [0.95, ['essential', 'usual', 'discovery', 'deferrable']],
  ])('refuses, when %d of the heap is in use, %j', (heapShare, refused) => {
    const { state, subject } = watched();
    state.heapShare = heapShare;
    look(subject, 3);
    expect(refusedBy(subject)).toEqual(refused);
  });

  it('does not take one long pause for an overload, and ends with the first look at which it is gone', () => {
    const { state, subject, logged } = watched();
    state.delayMs = 5_000;
    look(subject, 2);
    expect(refusedBy(subject)).toEqual([]);
    look(subject, 1);
    expect(refusedBy(subject)).toHaveLength(4);
    state.delayMs = 0;
    look(subject, 1);
    expect(refusedBy(subject)).toEqual([]);
    expect(logged).toEqual(['overload.begun', 'overload.ended']);
  });

  it('never refuses what is important and takes what is not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ delayMs: fc.integer({ min: 0, max: 1_000 }), heapShare: fc.double({ min: 0, max: 1, noNaN: true }) })),
        (looks) => {
          const { state, subject } = watched();
          for (const seen of looks) {
            Object.assign(state, seen);
            subject.look();
            const refused = PRIORITIES.map((priority) => subject.refuses(priority));
            expect(refused).toEqual(refused.toSorted((one, other) => Number(one) - Number(other)));
          }
        },
      ),
    );
  });

  it('sends clients away for one to five seconds', () => {
    expect(watched().subject.retryAfterMs()).toBe(1_000);
    expect(watched(() => 0.999_999).subject.retryAfterMs()).toBe(4_999);
  });
});

describe('operationPriority', () => {
  const priorityOf = (_kind: OperationTypeNode, field: string): Priority =>
    field === 'signIn' ? 'essential' : field === 'statistics' ? 'deferrable' : 'usual';
  const ask = (...names: readonly string[]) =>
    operationPriority({ kind: OperationTypeNode.QUERY, rootFields: names.map((name) => ({ name }) as RootField) }, priorityOf);

  it('is that of the least important field, so that nothing rides along', () => {
    expect(ask('signIn')).toBe('essential');
    expect(ask('signIn', 'viewer')).toBe('usual');
    expect(ask('statistics', 'signIn')).toBe('deferrable');
  });

  it('is usual where only the schema is asked for', () => {
    expect(ask()).toBe('usual');
  });
});
