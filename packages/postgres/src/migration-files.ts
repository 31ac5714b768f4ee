import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MigrationFailure } from './migration-failure.ts';

/** An extension is there once per database; in a schema of its own the other schemas would not see it. */
const PRIVATE_EXTENSION = /^\s*create extension (?![^;]*\bschema public\b)/im;
const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** One numbered SQL file. */
export interface Migration {
  /** Name of the folder, so that folders of one schema do not collide. */
  readonly namespace: string;
  /** `<folder name>/<NNNN_what>`; the key of its row in `schema_migration`. */
  readonly key: string;
  readonly sql: string;
  /** SHA-256 of the file, hex, line ends as `\n`. */
  readonly checksum: string;
  /** False when the first line is `-- no-transaction`. Such a file holds one statement, e.g. `create index concurrently`. */
  readonly isTransactional: boolean;
  /** True when a line of the leading comment is `-- compatible`: code that does not know the file may run on its result. */
  readonly isCompatible: boolean;
}

/** The migrations of all folders: folders in the given order, files by number. Refuses unnumbered files, doubled numbers, equal folder names and extensions outside `public`. */
export async function readMigrations(folders: readonly string[]): Promise<readonly Migration[]> {
  const names = folders.map((folder) => basename(folder));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new MigrationFailure('BAD_FILE', `two migration folders are named "${repeated}"; rename one`);
  return (await Promise.all(folders.map(readFolder))).flat();
}

async function readFolder(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  for (const [index, file] of files.entries()) {
    if (!FILE_NAME.test(file)) throw new MigrationFailure('BAD_FILE', `${join(folder, file)} is not named NNNN_what_changed.sql`);
    if (files[index + 1]?.slice(0, 4) === file.slice(0, 4))
      throw new MigrationFailure('BAD_FILE', `two files of ${folder} are numbered ${file.slice(0, 4)}`);
  }
  return Promise.all(files.map((file) => readMigration(folder, file)));
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  if (PRIVATE_EXTENSION.test(sql)) {
    throw new MigrationFailure(
      'BAD_FILE',
      `${join(folder, file)}: write "create extension if not exists … with schema public;", all schemas share extensions`,
    );
  }
  const lines = sql.split('\n');
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('--')),
  );
  const namespace = basename(folder);
  return {
    namespace,
    key: `${namespace}/${file.slice(0, -'.sql'.length)}`,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    isTransactional: lines[0] !== '-- no-transaction',
    isCompatible: comment.includes('-- compatible'),
  };
}
