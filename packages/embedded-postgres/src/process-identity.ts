import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A running process as the system describes it. */
export interface RunningProcess {
  /** When it started, in the system's own words: a pid that was given to another process has another value. */
  readonly startedAt: string;
  readonly commandLine: string;
}

/** The process with this id, or undefined when there is none (any more). */
export function runningProcess(pid: number): RunningProcess | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') return fromProc(pid);
  if (process.platform === 'win32') return { startedAt: 'unknown', commandLine: '' };
  return fromPs(pid);
}

/** True while a process has this id, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time in ticks since boot, and the boot itself. A zombie counts as gone. */
function fromProc(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { startedAt: `${boot} ${fields[19]}`, commandLine };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): RunningProcess | undefined {
  const ask = (column: string) =>
    spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } }).stdout.trim();
  const startedAt = ask('lstart');
  return startedAt === '' ? undefined : { startedAt, commandLine: ask('command') };
}
