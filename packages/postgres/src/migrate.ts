import type { Log } from '@veza/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { postgresErrorOf } from './database-error.ts';
import { MigrationFailure } from './migration-failure.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { type AppliedMigration, dueMigrations } from './migration-plan.ts';
import { roleOfSchema } from './roles.ts';
import { requireSchemaName } from './schema-name.ts';
import { grantSchemaRights } from './schema-rights.ts';

const LOCK_ATTEMPTS = 5;
const LOCK_NOT_AVAILABLE = '55P03';

/** Which schema is brought up to date, and from where. */
export interface MigrateOptions {
  /** A user who may create schemas and roles; the tables belong to it. */
  readonly url: string;
  readonly schema: string;
  /** Folders of `NNNN_what_changed.sql`, applied in this order; their names differ. */
  readonly folders: readonly string[];
  /** The schema's runtime role, default `veza_<schema>`. */
  readonly role?: string;
  /** Also makes the schema `<schema>_jobs`, in which the role may create objects. Default false. */
  readonly jobsSchema?: boolean;
  readonly log?: Log;
}

/**
 * Brings one schema up to date: makes it and its role, then applies the files that are due, each in a transaction of its own together
 * with its row in `schema_migration`. Of several processes one migrates; the others wait and find nothing due.
 * @returns keys of the files that were applied now
 * @throws MigrationFailure
 */
export async function migrate(options: MigrateOptions): Promise<{ readonly applied: readonly string[] }> {
  const schema = requireSchemaName(options.schema);
  const role = requireSchemaName(options.role ?? roleOfSchema(schema));
  const files = await readMigrations(options.folders);
  const sql = postgres(options.url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: `veza migrate ${schema}`, search_path: `${schema}, public`, TimeZone: 'UTC' },
  });
  try {
    await sql`select pg_advisory_lock(hashtextextended('veza migrate', 0))`;
    await grantSchemaRights(sql, { schema, role, jobsSchema: options.jobsSchema ?? false });
    const due = dueMigrations(files, await appliedMigrations(sql, { schema, role }));
    for (const file of due) {
      await apply(sql, schema, file);
      options.log?.info('migration.applied', { schema, migration: file.key });
    }
    return { applied: due.map(({ key }) => key) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function appliedMigrations(
  sql: postgres.Sql,
  { schema, role }: { schema: string; role: string },
): Promise<readonly AppliedMigration[]> {
  await sql.unsafe(`
    create table if not exists ${schema}.schema_migration (
      key text primary key,
      checksum text not null,
      is_compatible boolean not null,
      is_finished boolean not null,
      applied_at timestamptz(3) not null default now()
    );
    revoke insert, update, delete on ${schema}.schema_migration from ${role};
  `);
  return sql<AppliedMigration[]>`select key, checksum, is_compatible, is_finished from schema_migration`;
}

async function apply(sql: postgres.Sql, schema: string, file: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await (file.isTransactional ? applyInTransaction(sql, file) : applyOutsideTransaction(sql, schema, file));
      return;
    } catch (error) {
      const isBusy = postgresErrorOf(error)?.code === LOCK_NOT_AVAILABLE;
      if (isBusy && attempt < LOCK_ATTEMPTS) {
        await sleep(attempt * 200);
        continue;
      }
      const reason = error instanceof Error ? error.message : String(error);
      throw new MigrationFailure(isBusy ? 'BUSY' : 'FAILED', `migration ${schema}: ${file.key}: ${reason}`, { cause: error });
    }
  }
}

async function applyInTransaction(sql: postgres.Sql, file: Migration): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '2s'`;
    await recordMigration(tx, file, true);
    await tx.unsafe(file.sql);
  });
}

/** A run that was cut off is repeated, after the invalid indexes that it may have left are gone. */
async function applyOutsideTransaction(sql: postgres.Sql, schema: string, file: Migration): Promise<void> {
  await recordMigration(sql, file, false);
  const invalid = await sql<{ name: string }[]>`
    select indexrelid::regclass::text as name from pg_index join pg_class on pg_class.oid = indexrelid
    where not indisvalid and relnamespace = ${schema}::regnamespace`;
  for (const { name } of invalid) await sql.unsafe(`drop index ${name}`);
  await sql`set lock_timeout = '2s'`;
  await sql.unsafe(file.sql);
  await sql`reset lock_timeout`;
  await sql`update schema_migration set is_finished = true where key = ${file.key}`;
}

async function recordMigration(sql: postgres.Sql | postgres.TransactionSql, file: Migration, isFinished: boolean): Promise<void> {
  await sql`
    insert into schema_migration (key, checksum, is_compatible, is_finished)
    values (${file.key}, ${file.checksum}, ${file.isCompatible}, ${isFinished})
    on conflict (key) do update set checksum = excluded.checksum where not schema_migration.is_finished`;
}
