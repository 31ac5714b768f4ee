import { spawn } from 'node:child_process';

/** What `ps` tells of every process, a line each. */
async function processes(columns: string): Promise<readonly string[]> {
  const list = spawn('ps', ['-eo', columns], { stdio: ['ignore', 'pipe', 'ignore'] });
  return Buffer.concat((await list.stdout.toArray()) as Buffer[])
    .toString()
    .split('\n');
}

/** Command lines of the programs that work on a folder. */
export async function programsOn(folder: string): Promise<readonly string[]> {
  return (await processes('args=')).filter((line) => line.includes(folder) && line.includes('/bin/'));
}

/** The shells that watch over the parent of a server. */
export async function watchersOf(pid: number): Promise<readonly number[]> {
  const lines = (await processes('pid=,args=')).filter((line) => line.trim().endsWith(`veza-postgres-watcher ${pid}`));
  return lines.map((line) => Number.parseInt(line, 10));
}
