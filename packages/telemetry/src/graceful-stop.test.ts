import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { gracefulStop, type GracefulStopOptions, type StopStep } from './graceful-stop.ts';
import { silentLog } from './log.ts';

/** A process that only notes with which code it was told to exit. */
class RecordedProcess extends EventEmitter {
  readonly codes: number[] = [];
  exit(code: number) {
    this.codes.push(code);
    this.emit('exited');
  }
}

function armed(steps: GracefulStopOptions['steps'], timeoutMs = 1_000) {
  const target = new RecordedProcess();
  const exited = new Promise((resolve) => target.once('exited', resolve));
  const handle = gracefulStop({ steps, log: silentLog, timeoutMs, process: target });
  return { target, exited, handle };
}

describe('gracefulStop', () => {
  it('runs the steps in order on a signal and exits with 0', async () => {
    const done: string[] = [];
    const step = (name: string, delayMs: number): StopStep => ({
      name,
      stop: () => new Promise((resolve) => setTimeout(() => resolve(void done.push(name)), delayMs)),
    });
    const { target, exited } = armed([step('server', 20), step('database', 0)]);
    target.emit('SIGTERM', 'SIGTERM');
    await exited;
    expect(done).toEqual(['server', 'database']);
    expect(target.codes).toEqual([0]);
  });

  it('goes on after a failed step and exits with 1', async () => {
    let isClosed = false;
    const fail = () => {
      throw new Error('stuck');
    };
    const { target, handle } = armed([
      { name: 'server', stop: fail },
      { name: 'database', stop: () => void (isClosed = true) },
    ]);
    await handle.stop('test');
    expect([isClosed, ...target.codes]).toEqual([true, 1]);
  });

  it('exits with 1 when the time runs out', async () => {
    const { target, handle } = armed([{ name: 'stuck', stop: () => new Promise(() => undefined) }], 10);
    await handle.stop('test');
    expect(target.codes).toEqual([1]);
  });

  it('exits at once on a second signal, but not when one Ctrl-C arrives twice', async () => {
    vi.useFakeTimers();
    try {
      const { target } = armed([{ name: 'stuck', stop: () => new Promise(() => undefined) }], 60_000);
      target.emit('SIGINT', 'SIGINT');
      vi.advanceTimersByTime(900);
      target.emit('SIGINT', 'SIGINT');
      expect(target.codes).toEqual([]);
      vi.advanceTimersByTime(100);
      target.emit('SIGINT', 'SIGINT');
      expect(target.codes).toEqual([130]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('stops what a start has made so far, once the start says what that is', async () => {
    const done: string[] = [];
    const { target, handle } = armed(async () => {
      done.push('start given up');
      return [{ name: 'database', stop: () => void done.push('database') }];
    });
    expect(done).toEqual([]);
    await handle.stop('test');
    expect([done, target.codes]).toEqual([['start given up', 'database'], [0]]);
  });

  it('lets go of the signals when it is disposed', () => {
    const { target, handle } = armed([]);
    handle[Symbol.dispose]();
    expect([target.listenerCount('SIGINT'), target.listenerCount('SIGTERM')]).toEqual([0, 0]);
  });
});
