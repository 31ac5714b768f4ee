import { fileURLToPath } from 'node:url';

export { type PostgresEventLog, postgresEventLog, type PostgresEventLogOptions } from './event-log.ts';

/** Folder with the tables of schema `event_log`. */
export const eventLogMigrations: string = fileURLToPath(new URL('../../migrations/event-log', import.meta.url));
