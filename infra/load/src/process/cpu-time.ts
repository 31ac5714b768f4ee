import { readFileSync } from 'node:fs';

/** Kernel clock ticks a second; 100 on every Linux that we know. */
const TICKS_PER_SECOND = 100;
/** Places behind the name of the program: user and system time of the process, then of the children it has waited for. */
const OWN_TIMES = [11, 12];
const ALL_TIMES = [11, 12, 13, 14];

/**
 * Seconds of CPU in the text of `/proc/PID/stat`. The name of the program may hold spaces and brackets.
 * @param children whether those of children that it has waited for count
 * @see proc(5), fields 14 to 17
 */
export function cpuSecondsIn(stat: string, children: boolean): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (children ? ALL_TIMES : OWN_TIMES).reduce((sum, index) => sum + Number(fields[index]), 0) / TICKS_PER_SECOND;
}

/** Seconds of CPU, user and system, that a process and the children it has waited for have used. */
export function cpuSeconds(pid: number | 'self'): number {
  return cpuSecondsIn(readFileSync(`/proc/${pid}/stat`, 'utf8'), true);
}
