import { describe, expect, it } from 'vitest';
import { OrderedWindow } from './ordered-window.ts';

function deferred<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<Value>((onValue, onFailure) => {
    resolve = onValue;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}

function opened(limit: number) {
  const handed: number[] = [];
  const window = new OrderedWindow<number>(limit, (result) => handed.push(result));
  const work = Array.from({ length: limit }, () => deferred<number>());
  for (const { promise } of work) window.add(promise);
  return { handed, window, work };
}

describe('OrderedWindow', () => {
  it('hands results on in the order in which work began', async () => {
    const { handed, window, work } = opened(3);
    work[2]!.resolve(3);
    work[1]!.resolve(2);
    await Promise.resolve();
    expect(handed).toEqual([]);
    work[0]!.resolve(1);
    await window.drained();
    expect(handed).toEqual([1, 2, 3]);
  });

  it('has room again when the oldest work is done', async () => {
    const { window, work } = opened(2);
    const room = window.room();
    expect(room).toBeInstanceOf(Promise);
    work[1]!.resolve(2);
    await Promise.resolve();
    expect(window.room()).toBeInstanceOf(Promise);
    work[0]!.resolve(1);
    await room;
    expect(window.room()).toBeUndefined();
  });

  it('hands nothing on after a failure, and tells of it', async () => {
    const { handed, window, work } = opened(2);
    work[0]!.reject(new Error('broken'));
    work[1]!.resolve(2);
    await expect(window.drained()).rejects.toThrow('broken');
    await expect(window.room()).rejects.toThrow('broken');
    expect(handed).toEqual([]);
  });
});
