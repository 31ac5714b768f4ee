import { chatMigrations } from '@veza/chat';
import { marketplaceMigrations } from '@veza/marketplace';
import { eventLogMigrations } from '@veza/messaging/postgres';
import { messagingMigrations, migrate, MigrationFailure } from '@veza/postgres';
import { socialMigrations } from '@veza/social';
import type { Log } from '@veza/telemetry';
import { tracksMigrations } from '@veza/tracks';
import { usersMigrations } from '@veza/users';
import { StartFailure } from '@veza/config';

/** Every schema with the folders of its migrations, in the order in which they are brought up to date. */
const SCHEMAS = [
  { schema: 'event_log', folders: [eventLogMigrations] },
  { schema: 'users', folders: [messagingMigrations, usersMigrations] },
  { schema: 'chat', folders: [messagingMigrations, chatMigrations] },
  { schema: 'tracks', folders: [messagingMigrations, tracksMigrations], jobsSchema: true },
  { schema: 'marketplace', folders: [messagingMigrations, marketplaceMigrations] },
  { schema: 'social', folders: [messagingMigrations, socialMigrations] },
] as const;

/** No way to the server, a refused password or name, an absent database. Postgres' own codes: class 28 and 3D000. */
const LETS_NOBODY_IN = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|28\w{3}|3D000)$/;

/** Brings every schema of the database up to date. @throws StartFailure; the reason of `signal`, which is heeded between two schemas */
export async function migrateAll(url: string, log: Log, signal?: AbortSignal): Promise<void> {
  try {
    for (const schema of SCHEMAS) {
      signal?.throwIfAborted();
      await migrate({ ...schema, url, log });
    }
  } catch (cause) {
    if (cause instanceof MigrationFailure) throw new StartFailure(cause.message, { cause });
    const { code } = cause as { readonly code?: unknown };
    if (typeof code === 'string' && LETS_NOBODY_IN.test(code))
      throw new StartFailure(`the database lets nobody in (${code}); start it, or set VEZA_DATABASE_URL right`, { cause });
    throw cause;
  }
}
