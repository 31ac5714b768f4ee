import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { isAlive, runningProcess } from './process-identity.ts';

const POLL_MS = 20;
/** Fast shutdown, then immediate shutdown, then none of its choosing; with the time each has. */
const STEPS = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 2_000 },
] as const;

/** Stops a server: fast shutdown (SIGINT), after 10 s immediate shutdown (SIGQUIT), after 5 s more SIGKILL. Answers whether it ended. */
export async function stopPostmaster(pid: number, binaries: Binaries): Promise<boolean> {
  for (const { signal, patienceMs } of STEPS) {
    sendSignal(pid, signal, binaries);
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      if (!isRunning(pid)) return true;
      await sleep(POLL_MS);
    }
  }
  return !isRunning(pid);
}

function isRunning(pid: number): boolean {
  return isAlive(pid) && runningProcess(pid) !== undefined;
}

function sendSignal(pid: number, signal: (typeof STEPS)[number]['signal'], binaries: Binaries): void {
  if (process.platform === 'win32' && signal !== 'SIGKILL') {
    spawnSync(binaries.pgCtl, ['kill', signal.slice('SIG'.length), String(pid)], { stdio: 'ignore' }); // Node would end it without a shutdown
    return;
  }
  try {
    process.kill(pid, signal);
  } catch {
    // gone in between
  }
}
