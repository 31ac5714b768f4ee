import type postgres from 'postgres';
import { postgresErrorOf } from './database-error.ts';
import { MigrationFailure } from './migration-failure.ts';
import { SUBGRAPH_GROUP_ROLE } from './roles.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

/** What a schema's role is made for. */
export interface SchemaRights {
  readonly schema: string;
  readonly role: string;
  /** Also makes `<schema>_jobs`, in which the role may create objects: pg-boss keeps its own tables. */
  readonly jobsSchema: boolean;
}

/**
 * Makes the schema and its role: no login, member of `veza_subgraph`, rows and sequences of this schema and no rights elsewhere.
 * Tables belong to the user who migrates, so the role changes rows, never tables. Repeatable.
 */
export async function grantSchemaRights(sql: postgres.Sql, { schema, role, jobsSchema }: SchemaRights): Promise<void> {
  try {
    await createRole(sql, SUBGRAPH_GROUP_ROLE);
    await createRole(sql, role);
    await grantMembership(sql, SUBGRAPH_GROUP_ROLE, role);
    await grantMembership(sql, role, await currentUser(sql));
  } catch (error) {
    if (postgresErrorOf(error)?.code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new MigrationFailure(
      'ROLES_NOT_ALLOWED',
      `the user of the database URL may not create roles: run "alter role … createrole", or create ${SUBGRAPH_GROUP_ROLE} and ${role} (nologin, ${role} in ${SUBGRAPH_GROUP_ROLE}) and grant ${role} to it`,
      { cause: error },
    );
  }
  await sql.unsafe(`
    create schema if not exists ${schema};
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage, select on all sequences in schema ${schema} to ${role};
    alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema ${schema} grant usage, select on sequences to ${role};
  `);
  if (jobsSchema) await sql.unsafe(`create schema if not exists ${schema}_jobs; grant usage, create on schema ${schema}_jobs to ${role};`);
}

async function currentUser(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select current_user as name`;
  return row!.name;
}

/** Roles belong to the whole server, so another database's migrator may make the same one at this moment: then it is there. */
async function createRole(sql: postgres.Sql, role: string): Promise<void> {
  await sql.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null;
    end $$`);
}

/** Membership that may be acted as (`set`) and, in the group, used without asking (`inherit`). */
async function grantMembership(sql: postgres.Sql, group: string, member: string): Promise<void> {
  const [row] = await sql<{ isMember: boolean }[]>`select pg_has_role(${member}, ${group}, 'set') as "isMember"`;
  if (row?.isMember) return;
  const inherit = group === SUBGRAPH_GROUP_ROLE;
  await sql`grant ${sql(group)} to ${sql(member)} with set true, inherit ${sql.unsafe(String(inherit))}`;
}
