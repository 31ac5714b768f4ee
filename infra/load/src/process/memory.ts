import { readFileSync } from 'node:fs';

const KIB = 1_024;

/** Bytes of resident memory in the text of `/proc/PID/status`. @see proc(5), VmRSS */
export function residentBytesIn(status: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * KIB;
}

/** Bytes of memory that a process holds now. */
export function residentBytes(pid: number): number {
  return residentBytesIn(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
