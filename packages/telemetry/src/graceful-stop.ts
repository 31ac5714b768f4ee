import { constants } from 'node:os';
import type { Log } from './log.ts';

/** One part of the process that has to end, e.g. "gateway stops accepting", "database closes". */
export interface StopStep {
  readonly name: string;
  stop(): Promise<void> | void;
}

/** What is stopped and how long it may take. */
export interface GracefulStopOptions {
  /**
   * In the order in which they end: first what lets work in, last what work needs. A process that can be stopped while it still starts
   * gives up the start when it is asked for them, and answers once it knows.
   */
  readonly steps: readonly StopStep[] | (() => Promise<readonly StopStep[]>);
  readonly log: Log;
  /** Milliseconds for all steps together, after which the process exits all the same. */
  readonly timeoutMs: number;
  /** The process that is stopped, by default this one. */
  readonly process?: StoppableProcess;
}

/** What of a process a stop needs. */
export interface StoppableProcess {
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  exit(code: number): void;
}

type StopSignal = 'SIGINT' | 'SIGTERM';

/** One Ctrl-C may arrive twice: from the terminal, and passed on by the program that started this one (npm does). */
const SAME_SIGNAL_MS = 1_000;

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];

/** Handle on an armed stop. */
export interface GracefulStop extends Disposable {
  /** Stops as a first signal does. Resolves when the process was told to exit. */
  stop(reason: string): Promise<void>;
}

/** Resolves to false when `work` takes longer than `timeoutMs`. */
async function within(timeoutMs: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A failed step does not keep the later ones from ending. Answers whether all went well. */
async function runSteps(steps: GracefulStopOptions['steps'], log: Log): Promise<boolean> {
  let succeeded = true;
  for (const step of typeof steps === 'function' ? await steps() : steps) {
    const startedAt = performance.now();
    try {
      await step.stop();
      log.debug('stop.step', { step: step.name, durationMs: Math.round(performance.now() - startedAt) });
    } catch (error) {
      succeeded = false;
      log.error('stop.step-failed', { step: step.name, error });
    }
  }
  return succeeded;
}

/**
 * Ends the process in order on SIGINT or SIGTERM: the named steps one after the other, then exit code 0;
 * 1 when a step failed or the time ran out. A second signal, a second or more later, exits at once with 128 + its number, as a shell expects.
 * Disposing disarms it.
 */
export function gracefulStop({ steps, log, timeoutMs, process: target = process }: GracefulStopOptions): GracefulStop {
  let stopping: Promise<void> | undefined;
  let begunAtMs = 0;
  const begin = async (reason: string) => {
    begunAtMs = performance.now();
    log.info('stop.begun', { reason });
    const succeeded = await within(timeoutMs, runSteps(steps, log));
    log.info('stop.ended', { succeeded });
    target.exit(succeeded ? 0 : 1);
  };
  const stop = (reason: string) => (stopping ??= begin(reason));
  const onSignal = (signal: StopSignal) => {
    if (!stopping) void stop(signal);
    else if (performance.now() - begunAtMs >= SAME_SIGNAL_MS) target.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) target.on(signal, onSignal);
  return {
    stop,
    [Symbol.dispose]() {
      for (const signal of SIGNALS) target.off(signal, onSignal);
    },
  };
}
