import { describe, expect, it } from 'vitest';
import { abortSignalOf, canceller } from './cancellation.ts';

describe('a cancellation', () => {
  it('tells each listener once, in the order in which they came', () => {
    const cancellation = canceller();
    const told: string[] = [];
    const first = () => void told.push('first');
    cancellation.addEventListener('abort', first);
    cancellation.addEventListener('abort', first);
    cancellation.addEventListener('abort', () => void told.push('second'));
    expect(cancellation.aborted).toBe(false);
    cancellation.abort();
    cancellation.abort();
    expect(cancellation.aborted).toBe(true);
    expect(told).toEqual(['first', 'second']);
  });

  it('tells nobody who has stopped listening, or began too late', () => {
    const cancellation = canceller();
    const told: string[] = [];
    const gone = () => void told.push('gone');
    cancellation.addEventListener('abort', gone);
    cancellation.removeEventListener('abort', gone);
    cancellation.abort();
    cancellation.addEventListener('abort', () => void told.push('late'));
    cancellation.abort();
    expect(told).toEqual([]);
  });

  it('is set off as a signal with it', () => {
    const cancellation = canceller();
    const signal = abortSignalOf(cancellation);
    expect(signal.aborted).toBe(false);
    cancellation.abort();
    expect(signal.aborted).toBe(true);
    expect(abortSignalOf(cancellation).aborted).toBe(true);
  });

  it('is the signal itself where it is one', () => {
    const { signal } = new AbortController();
    expect(abortSignalOf(signal)).toBe(signal);
  });
});
