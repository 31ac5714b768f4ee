import { describe, expect, it } from 'vitest';
import { progressWriter } from './progress-writer.ts';

describe('progressWriter', () => {
  it('takes at most two notes a second, one at a time', async () => {
    let nowMs = 0;
    let finish: () => void = () => undefined;
    const notes: number[] = [];
    const writer = progressWriter(
      (progress) => {
        notes.push(progress);
        return new Promise((resolve) => (finish = resolve));
      },
      () => nowMs,
      () => undefined,
    );
    for (const progress of [0.1, 0.11, 0.12]) writer.tell(progress);
    nowMs = 600;
    writer.tell(0.2);
    finish();
    await writer.settled();
    writer.tell(0.3);
    nowMs = 700;
    finish();
    await writer.settled();
    writer.tell(0.4);
    expect(notes).toEqual([0.1, 0.3]);
  });

  it('goes on when a note could not be taken', async () => {
    const failures: unknown[] = [];
    let nowMs = 0;
    const writer = progressWriter(
      () => Promise.reject(new Error('no database')),
      () => nowMs,
      (error) => failures.push(error),
    );
    writer.tell(0.1);
    await writer.settled();
    nowMs = 500;
    writer.tell(0.2);
    await writer.settled();
    expect(failures).toHaveLength(2);
  });
});
