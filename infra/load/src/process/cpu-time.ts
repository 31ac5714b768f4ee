import { readFileSync } from 'node:fs';

/** Kernel clock ticks a second; 100 on every Linux that we know. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of CPU that a process and the children it has waited for have used.
 * @see proc(5), fields 14 to 17 of /proc/PID/stat
 */
export function cpuSeconds(pid: number | 'self'): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) / TICKS_PER_SECOND;
}
