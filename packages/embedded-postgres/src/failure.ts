/**
 * Why the embedded Postgres does not run:
 * - `UNSUPPORTED_PLATFORM` no binaries for this operating system and processor
 * - `DATA_DIR_IN_USE` another live process holds the folder
 * - `DATA_DIR_NOT_WRITABLE` the folder cannot be made or written
 * - `WRONG_MAJOR_VERSION` the folder was made by another major version of Postgres
 * - `START_FAILED` initdb or the server ended with an error
 */
export type EmbeddedPostgresFailureCode =
  | 'UNSUPPORTED_PLATFORM'
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_NOT_WRITABLE'
  | 'WRONG_MAJOR_VERSION'
  | 'START_FAILED';

/** Thrown when the embedded Postgres does not start. The message is one line and says what to do. */
export class EmbeddedPostgresFailure extends Error {
  readonly code: EmbeddedPostgresFailureCode;

  constructor(code: EmbeddedPostgresFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresFailure';
    this.code = code;
  }
}
