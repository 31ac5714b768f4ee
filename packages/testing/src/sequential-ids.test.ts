import { parseTypeId } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import { sequentialIds, sequentialUuids } from './sequential-ids.ts';

describe('sequentialIds', () => {
  it('rise over all kinds and are the same in every run', () => {
    const [one, other] = [sequentialIds(), sequentialIds()];
    const ids = [one('user'), one('channel'), one('user')];
    expect(ids).toEqual([other('user'), other('channel'), other('user')]);
    const suffixes = ids.map((id) => id.split('_')[1]!);
    expect(suffixes.toSorted((left, right) => (left < right ? -1 : 1))).toEqual(suffixes);
    expect(new Set(suffixes).size).toBe(3);
  });

  it('are well-formed, version 7', () => {
    expect(parseTypeId('user', sequentialIds(255)('user'))).toBe('00000000-0000-7000-8000-0000000000ff');
    expect(sequentialUuids()()).toBe('00000000-0000-7000-8000-000000000001');
  });
});
