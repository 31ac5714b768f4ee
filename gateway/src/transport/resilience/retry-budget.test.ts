import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryBudget } from './retry-budget.ts';

describe('retryBudget', () => {
  it('holds ten repetitions and earns one with every ten calls', () => {
    const budget = retryBudget();
    const taken = () => {
      let count = 0;
      while (budget.take()) count += 1;
      return count;
    };
    expect(taken()).toBe(10);
    for (let call = 0; call < 29; call += 1) budget.earn();
    expect(taken()).toBe(2);
    budget.earn();
    expect(taken()).toBe(1);
  });

  it('never grants more than a tenth of the calls beyond the ten that are saved', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 500 }), (wishes) => {
        const budget = retryBudget();
        let granted = 0;
        for (const [index, wantsRetry] of wishes.entries()) {
          budget.earn();
          if (wantsRetry && budget.take()) granted += 1;
          expect(granted).toBeLessThanOrEqual(10 + (index + 1) / 10);
        }
      }),
    );
  });
});
