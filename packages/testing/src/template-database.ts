import { migrate } from '@veza/postgres';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestServer, testServerUrl } from './test-server.ts';

/** One schema of a test database. */
export interface TestSchema {
  readonly schema: string;
  /** Folders with its migrations, in order. */
  readonly folders: readonly string[];
  /** Also makes `<schema>_jobs`. Default false. */
  readonly jobsSchema?: boolean;
}

/** Name of a database with these schemas, migrated once per server and content of the files; new ones are copied from it. */
export async function templateDatabase(schemas: readonly TestSchema[]): Promise<string> {
  const name = `veza_template_${await fingerprint(schemas)}`;
  await onTestServer(async (sql) => {
    // One template at a time: migrations make roles, and roles belong to the whole server.
    await sql`select pg_advisory_lock(hashtextextended('veza test templates', 0))`;
    if ((await sql`select from pg_database where datname = ${name}`).length > 0) return;
    const draft = `${name}_new`;
    await sql`drop database if exists ${sql(draft)} with (force)`;
    await sql`create database ${sql(draft)} template template0 strategy file_copy`;
    for (const schema of schemas) await migrate({ ...schema, url: testServerUrl(draft) });
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`;
  });
  return name;
}

/** Short name for what the migrations would make. */
async function fingerprint(schemas: readonly TestSchema[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { schema, folders, jobsSchema = false } of schemas) {
    hash.update(`\n${schema} ${jobsSchema}`);
    for (const folder of folders) {
      for (const file of (await readdir(folder)).toSorted())
        hash.update(`\n${folder} ${file}\n`).update(await readFile(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
