import { chatMigrations } from '@veza/chat';
import { marketplaceMigrations } from '@veza/marketplace';
import { eventLogMigrations } from '@veza/messaging/postgres';
import { messagingMigrations, migrate, MigrationFailure } from '@veza/postgres';
import { socialMigrations } from '@veza/social';
import type { Log } from '@veza/telemetry';
import { tracksMigrations } from '@veza/tracks';
import { usersMigrations } from '@veza/users';
import { StartFailure } from './start-failure.ts';

/** Every schema with the folders of its migrations, in the order in which they are brought up to date. */
const SCHEMAS = [
  { schema: 'event_log', folders: [eventLogMigrations] },
  { schema: 'users', folders: [messagingMigrations, usersMigrations] },
  { schema: 'chat', folders: [messagingMigrations, chatMigrations] },
  { schema: 'tracks', folders: [messagingMigrations, tracksMigrations], jobsSchema: true },
  { schema: 'marketplace', folders: [messagingMigrations, marketplaceMigrations] },
  { schema: 'social', folders: [messagingMigrations, socialMigrations] },
] as const;

/** Brings every schema of the database up to date. @throws StartFailure; the reason of `signal`, which is heeded between two schemas */
export async function migrateAll(url: string, log: Log, signal?: AbortSignal): Promise<void> {
  try {
    for (const schema of SCHEMAS) {
      signal?.throwIfAborted();
      await migrate({ ...schema, url, log });
    }
  } catch (cause) {
    if (cause instanceof MigrationFailure) throw new StartFailure(cause.message, { cause });
    throw cause;
  }
}
