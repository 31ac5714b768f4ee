import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningPostgresUrl } from '@veza/embedded-postgres';
import { type Database, openDatabase } from '@veza/postgres';
import { cpuSeconds } from '../process/cpu-time.ts';

/** A door of our own into chat's tables, with the rights of the server's owner and no limit on time. */
export async function openChatTables(dataDir: string): Promise<Database> {
  const url = await runningPostgresUrl(dataDir);
  if (url === undefined) throw new Error('the database does not run');
  return openDatabase({ url, schema: 'chat', role: 'none', statementTimeoutMs: 0 });
}

function parentOf(pid: string): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}

/** Seconds of CPU that Postgres has used, with all its processes. */
export function postgresCpuSeconds(dataDir: string): number {
  const postmaster = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]!;
  const workers = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster);
  return [postmaster, ...workers].reduce((sum, pid) => sum + cpuSeconds(Number(pid)), 0);
}
