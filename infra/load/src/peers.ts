import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../peers', import.meta.url));

/** Installs the servers that we compare with, exactly as their lockfile says. Nothing but the benchmarks that need them calls this. */
export function installPeers(): void {
  const install = ['--yes', 'pnpm@10.34.9', 'install', '--ignore-workspace', '--frozen-lockfile', '--prefer-offline', '--reporter=silent'];
  execFileSync('npx', install, { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
}
