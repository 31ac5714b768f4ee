import { EmbeddedPostgresFailure, startEmbeddedPostgres } from '@veza/embedded-postgres';
import type { Log } from '@veza/telemetry';
import postgres from 'postgres';
import type { LocalConfig } from './env.ts';
import { StartFailure } from './start-failure.ts';

/** A Postgres that everything of this process uses. */
export interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Seconds that the operator's Postgres gets to answer. */
const CONNECT_SECONDS = 10;

/** Asks the operator's Postgres whether it lets us in, before anything is built on it. @throws StartFailure */
async function checkDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_SECONDS });
  try {
    await sql`select 1`;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new StartFailure(`the database of VEZA_DATABASE_URL lets nobody in (${code ?? message}); start it, or set the variable right`, {
      cause,
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The operator's Postgres when one is configured, else the one that comes with the packages. `signal` gives its start up. */
export async function databaseServer({ databaseUrl, dataDir }: LocalConfig, log: Log, signal?: AbortSignal): Promise<DatabaseServer> {
  if (databaseUrl !== undefined) {
    await checkDatabase(databaseUrl);
    return { url: databaseUrl, stop: () => Promise.resolve() };
  }
  try {
    return await startEmbeddedPostgres({ dataDir, log, ...(signal && { signal }) });
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresFailure) throw new StartFailure(cause.message, { cause });
    throw cause;
  }
}
