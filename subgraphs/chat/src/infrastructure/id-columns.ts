import { type Id, toTypeId } from '@veza/kernel';

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
