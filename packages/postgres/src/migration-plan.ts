import type { Migration } from './migration-files.ts';
import { MigrationFailure } from './migration-failure.ts';

/** A row of `schema_migration`. */
export interface AppliedMigration {
  readonly key: string;
  readonly checksum: string;
  readonly is_compatible: boolean;
  /** False for a `-- no-transaction` file whose process ended before it did. */
  readonly is_finished: boolean;
}

/** The migrations that are due, in order. Refuses edited history, gaps, and a schema that is newer than the files. */
export function dueMigrations(files: readonly Migration[], rows: readonly AppliedMigration[]): readonly Migration[] {
  const applied = new Map(rows.map((row) => [row.key, row]));
  for (const row of rows) {
    if (row.is_compatible || files.some(({ key }) => key === row.key)) continue;
    throw new MigrationFailure(
      'NEWER_SCHEMA',
      `the schema holds ${row.key}, which this version does not know; start the version that made it, or a newer one`,
    );
  }
  const lastApplied = new Map<string, string>();
  for (const file of files) {
    const row = applied.get(file.key);
    if (!row) continue;
    if (row.checksum !== file.checksum) {
      throw new MigrationFailure(
        'EDITED_HISTORY',
        `${file.key} was changed after it was applied; restore it and put the change into a new file`,
      );
    }
    lastApplied.set(file.namespace, file.key);
  }
  const due = files.filter(({ key }) => applied.get(key)?.is_finished !== true);
  const late = due.find(({ key, namespace }) => !applied.has(key) && key < (lastApplied.get(namespace) ?? ''));
  if (late)
    throw new MigrationFailure(
      'OUT_OF_ORDER',
      `${late.key} comes before ${lastApplied.get(late.namespace)}, which was applied; give it a higher number`,
    );
  return due;
}
