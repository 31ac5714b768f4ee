import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export { killGroup } from './kill-group.ts';

const run = promisify(execFile);

/** All that a child process knows of its surroundings. */
export const SANDBOX_ENV: Readonly<Record<'PATH' | 'LANG', string>> = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LANG: 'C' };

/** Bounds of one child process. */
export interface SandboxLimits {
  readonly cpuSeconds: number;
  /** Left out for a program that reserves address space far beyond its use. */
  readonly addressSpaceBytes?: number;
  readonly outputFileBytes: number;
  readonly openFiles: number;
}

/** Puts a command behind whatever walls this machine offers. */
export interface Sandbox {
  /** Names of the walls that stand, for the log: `no-network`, `ends-with-parent`, `limits`. */
  readonly walls: readonly string[];
  wrap(command: readonly string[], limits: SandboxLimits): readonly string[];
}

/** Ways into a network namespace without any interface: as root, and as an ordinary user. */
const NETWORK_WALLS = [
  ['unshare', '--net', '--'],
  ['unshare', '--user', '--map-root-user', '--net', '--'],
] as const;

/** A child in the middle of a computation does not notice that its parent was killed; the kernel does. */
const END_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--'];

async function works(command: readonly string[]): Promise<boolean> {
  const [program = '', ...rest] = command;
  return run(program, [...rest, 'true'], { timeout: 5_000, env: SANDBOX_ENV }).then(
    () => true,
    () => false,
  );
}

async function firstWorking(candidates: readonly (readonly string[])[]): Promise<readonly string[]> {
  for (const candidate of candidates) if (await works(candidate)) return candidate;
  return [];
}

/** Finds out which walls work here: `unshare`, `setpriv` and `prlimit` of util-linux. */
export async function openSandbox(): Promise<Sandbox> {
  const network = await firstWorking(NETWORK_WALLS);
  const lifetime = await firstWorking([END_WITH_PARENT]);
  const hasLimits = await works(['prlimit', '--core=0', '--']);
  return {
    walls: [
      ...(network.length > 0 ? ['no-network'] : []),
      ...(lifetime.length > 0 ? ['ends-with-parent'] : []),
      ...(hasLimits ? ['limits'] : []),
    ],
    wrap(command, limits) {
      const bounds = hasLimits
        ? [
            'prlimit',
            `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 5}`,
            ...(limits.addressSpaceBytes === undefined ? [] : [`--as=${limits.addressSpaceBytes}`]),
            `--fsize=${limits.outputFileBytes}`,
            `--nofile=${limits.openFiles}`,
            '--core=0',
            '--',
          ]
        : [];
      return [...network, ...lifetime, ...bounds, ...command];
    },
  };
}
