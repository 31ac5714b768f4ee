import { EmbeddedPostgresFailure, startEmbeddedPostgres } from '@veza/embedded-postgres';
import type { Log } from '@veza/telemetry';
import type { LocalConfig } from './env.ts';
import { StartFailure } from '@veza/config';

/** A Postgres that everything of this process uses. */
export interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The operator's Postgres when one is configured, else the one that comes with the packages. `signal` gives its start up. */
export async function databaseServer({ databaseUrl, dataDir }: LocalConfig, log: Log, signal?: AbortSignal): Promise<DatabaseServer> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  try {
    return await startEmbeddedPostgres({ dataDir, log, ...(signal && { signal }) });
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresFailure) throw new StartFailure(cause.message, { cause });
    throw cause;
  }
}
