import { describe, expect, it } from 'vitest';
import { markdownTable } from './table.ts';

describe('markdownTable', () => {
  it('lines the columns up, numbers to the right', () => {
    const rows = [
      ['apollo', '195'],
      ['ours', '12000'],
    ];
    expect(markdownTable(['server', 'req/s'], rows)).toBe(
      ['| server | req/s |', '| ------ | ----: |', '| apollo |   195 |', '| ours   | 12000 |'].join('\n'),
    );
  });

  it('leaves cells empty that a row does not have', () => {
    expect(markdownTable(['a', 'b'], [['1']])).toContain('| 1 |   |');
  });
});
