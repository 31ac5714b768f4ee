export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';
export { EmbeddedPostgresFailure, type EmbeddedPostgresFailureCode } from './failure.ts';
export { runningPostgresUrl } from './running-postgres.ts';
export type { SettingsName } from './server-settings.ts';
export type { RunMode } from './unprivileged.ts';
