import type { ChildProcess } from 'node:child_process';

/** Kills a child that was started detached, and everything it started. Does nothing to one that has ended. */
export function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended, or this system knows no groups.
    child.kill('SIGKILL');
  }
}
