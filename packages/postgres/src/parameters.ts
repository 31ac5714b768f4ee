import { type Id, toUuid } from '@veza/kernel';
import { type SQL, sql } from 'drizzle-orm';

/** A public id as a `uuid` parameter; a malformed one becomes the nil uuid, which no row has. An absent one is null. */
export function uuid<Prefix extends string>(prefix: Prefix, id: Id<Prefix> | undefined): SQL {
  return sql`${id === undefined ? null : toUuid(prefix, id)}::uuid`;
}

/** Ids as one `uuid[]` parameter, so that a statement keeps its text whatever their number. */
export function uuids<Prefix extends string>(prefix: Prefix, ids: readonly Id<Prefix>[]): SQL {
  return sql`${`{${ids.map((id) => toUuid(prefix, id)).join(',')}}`}::uuid[]`;
}

/** An instant as a `timestamptz` parameter. */
export function instantOf(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}
