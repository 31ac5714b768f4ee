import { closeDatabase, type Database, type DatabaseOptions, openDatabase } from '@veza/postgres';
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { templateDatabase, type TestSchema } from './template-database.ts';
import { onTestServer, testServerUrl } from './test-server.ts';

/** One schema, or several. */
export type TestDatabaseOptions = TestSchema | { readonly schemas: readonly TestSchema[] };

/** A database of this test file's own, empty after its migrations. */
export interface TestDatabase extends AsyncDisposable {
  /** `postgres://…` of a superuser. */
  readonly url: string;
  /** The first schema, opened as its runtime role, as a subgraph opens it. */
  readonly database: Database;
  /** A further pool, of any of the schemas; closed with the test database. */
  open(schema: string, options?: Omit<DatabaseOptions, 'url' | 'schema'>): Database;
  /** Superuser's connection for looking behind the curtain; its search path holds all the schemas. */
  readonly admin: postgres.Sql;
}

/** Makes a fresh database, about 50 ms. Disposing closes its pools and drops it. */
export async function testDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const schemas = 'schemas' in options ? options.schemas : [options];
  const first = schemas[0];
  if (!first) throw new Error('a test database has at least one schema');
  const template = await templateDatabase(schemas);
  const name = `veza_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onTestServer((sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`);

  const url = testServerUrl(name);
  const opened: Database[] = [];
  const open: TestDatabase['open'] = (schema, more = {}) => {
    const database = openDatabase({ statementTimeoutMs: 30_000, ...more, url, schema });
    opened.push(database);
    return database;
  };
  const searchPath = [...schemas.map(({ schema }) => schema), 'public'].join(', ');
  const admin = postgres(url, { max: 2, onnotice: () => undefined, connection: { search_path: searchPath, TimeZone: 'UTC' } });
  return {
    url,
    database: open(first.schema),
    open,
    admin,
    async [Symbol.asyncDispose]() {
      await Promise.all([...opened.map(closeDatabase), admin.end({ timeout: 5 })]);
      await onTestServer((sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}
