import { spawnSync } from 'node:child_process';

/** A process of the system. Its start tells it from a later one with the same id. */
interface SystemProcess {
  readonly pid: number;
  readonly parent: number;
  readonly startedAt: string;
  readonly command: string;
}

function systemProcesses(): readonly SystemProcess[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,lstart=,args='], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return stdout
    .split('\n')
    .map((line) => line.trim().match(/^(\d+) +(\d+) +(\S+) +(\w+ +\w+ +\d+ +[\d:]+ +\d+) +(.*)$/))
    .filter((found) => found !== null && !found[3]!.startsWith('Z'))
    .map((found) => ({ pid: Number(found![1]), parent: Number(found![2]), startedAt: found![4]!, command: found![5]! }));
}

/** A process and everything that it started, as they are at this moment. */
export interface ProcessTree {
  /** Command lines. */
  readonly commands: readonly string[];
  /** Command lines of those that still run. */
  alive(): readonly string[];
}

/** Looks at a process and all that it started. */
export function processTree(root: number): ProcessTree {
  const all = systemProcesses();
  const members = all.filter(({ pid }) => pid === root);
  for (const member of members) members.push(...all.filter(({ parent }) => parent === member.pid));
  return {
    commands: members.map(({ command }) => command),
    alive() {
      const now = systemProcesses();
      const isSame = (one: SystemProcess) => now.some(({ pid, startedAt }) => pid === one.pid && startedAt === one.startedAt);
      return members.filter(isSame).map(({ command }) => command);
    },
  };
}
