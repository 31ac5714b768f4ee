/**
 * Why a schema was not brought up to date:
 * - `BAD_FILE` a folder or file that the migrator cannot order, or an extension outside `public`
 * - `EDITED_HISTORY` a file that was applied has changed since
 * - `OUT_OF_ORDER` a new file sorts before one that was applied
 * - `NEWER_SCHEMA` the schema holds migrations that this code does not know and that are not marked `-- compatible`
 * - `ROLES_NOT_ALLOWED` the URL's user may not create or grant the roles
 * - `BUSY` a lock was not free within 5 attempts of 2 seconds
 * - `FAILED` Postgres refused a statement
 */
export type MigrationFailureCode =
  | 'BAD_FILE'
  | 'EDITED_HISTORY'
  | 'OUT_OF_ORDER'
  | 'NEWER_SCHEMA'
  | 'ROLES_NOT_ALLOWED'
  | 'BUSY'
  | 'FAILED';

/** A schema that was not brought up to date; everything before the failing file stays applied. */
export class MigrationFailure extends Error {
  readonly code: MigrationFailureCode;

  constructor(code: MigrationFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationFailure';
    this.code = code;
  }
}
