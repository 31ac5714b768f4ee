import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { roleOfSchema } from './roles.ts';
import { requireSchemaName } from './schema-name.ts';

/** A pool of connections that see one schema. Columns without a name of their own are the property's name in snake_case. */
export type Database = PostgresJsDatabase<Record<string, never>> & { $client: postgres.Sql };

/** What repositories get: one open transaction. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Anything that runs queries, for reads that need no transaction. */
export type Queryable = Database | Transaction;

/** How a pool is opened. */
export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** The one schema whose tables are visible by bare name; extensions live in `public`. */
  readonly schema: string;
  /** Effective role of every connection, default `veza_<schema>`, which `migrate` makes. `none` keeps the rights of the URL's user. */
  readonly role?: string;
  /** Connections at most, default 10. */
  readonly maxConnections?: number;
  /** Milliseconds after which Postgres ends a statement, default 5000; 0 for no limit. */
  readonly statementTimeoutMs?: number;
  /** Shown in `pg_stat_activity`, default `veza <schema>`. */
  readonly applicationName?: string;
}

/** Opens a pool. Connects at the first query and again after every loss, so it may be opened before the server is up. */
export function openDatabase(options: DatabaseOptions): Database {
  const schema = requireSchemaName(options.schema);
  const client = postgres(options.url, {
    max: options.maxConnections ?? 10,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName ?? `veza ${schema}`,
      search_path: `${schema}, public`,
      role: options.role ?? roleOfSchema(schema),
      TimeZone: 'UTC',
      statement_timeout: options.statementTimeoutMs ?? 5_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
  return drizzle(client, { casing: 'snake_case' });
}

/** Closes the pool after the running queries, at most 5 seconds later. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$client.end({ timeout: 5 });
}
