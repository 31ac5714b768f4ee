import { err, ok, type Result } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from './access-retry.ts';

type Refused = { readonly code: 'NOT_FOUND' };

describe('withPresentAccess', () => {
  const outcomes = (...results: Result<number, Refused | EpochChanged>[]) =>
    withPresentAccess<number, Refused>(async () => results.shift() ?? err(EPOCH_CHANGED));

  it('decides again while permissions change', async () => {
    expect(await outcomes(err(EPOCH_CHANGED), err(EPOCH_CHANGED), ok(5))).toEqual(ok(5));
  });

  it('answers a refusal at once', async () => {
    expect(await outcomes(err({ code: 'NOT_FOUND' }), ok(5))).toEqual(err({ code: 'NOT_FOUND' }));
  });

  it('gives up after twelve attempts', async () => {
    await expect(outcomes()).rejects.toThrow('permissions changed under 12 attempts');
  });
});
