import { type Id, toTypeId, toUuid } from '@veza/kernel';
import { type SQL, sql } from 'drizzle-orm';

/** A public id as a `uuid` parameter; a malformed one becomes the nil uuid, which no row has. */
export function uuid<Prefix extends string>(prefix: Prefix, id: Id<Prefix>): SQL {
  return sql`${toUuid(prefix, id)}::uuid`;
}

/** Ids as one `uuid[]` parameter, so that a statement keeps its text whatever their number. */
export function uuids<Prefix extends string>(prefix: Prefix, ids: readonly Id<Prefix>[]): SQL {
  return sql`${`{${ids.map((id) => toUuid(prefix, id)).join(',')}}`}::uuid[]`;
}

/** A `uuid` column as a public id. */
export function idOf<Prefix extends string>(prefix: Prefix, column: string): Id<Prefix> {
  return toTypeId(prefix, column) as Id<Prefix>;
}

/** A nullable `uuid` column as a public id. */
export function optionalIdOf<Prefix extends string>(prefix: Prefix, column: string | null): Id<Prefix> | null {
  return column === null ? null : idOf(prefix, column);
}

/** A nullable `timestamptz` column as an instant. */
export function optionalInstant(column: string | null): Date | null {
  return column === null ? null : new Date(column);
}
