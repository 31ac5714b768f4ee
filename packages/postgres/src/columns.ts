import { type Id, toTypeId, toUuid } from '@veza/kernel';
import { bigint, customType, timestamp } from 'drizzle-orm/pg-core';

/** A public id in TypeScript, a `uuid` in Postgres. A malformed id is sent as the nil uuid, which no row has. */
export const typeId = <Prefix extends string>(prefix: Prefix, columnName = '') =>
  customType<{ data: Id<Prefix>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (id) => toUuid(prefix, id),
    fromDriver: (uuid) => toTypeId(prefix, uuid) as Id<Prefix>,
  })(columnName);

/** An instant: `Date` in TypeScript, `timestamptz(3)` in Postgres. */
export const instant = (columnName = '') => timestamp(columnName, { withTimezone: true, precision: 3, mode: 'date' });

/** Bytes: `Uint8Array` in TypeScript, `bytea` in Postgres. */
export const bytes = (columnName = '') => customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })(columnName);

/** Text that compares without regard to case. Needs the extension citext in `public`. */
export const citext = (columnName = '') => customType<{ data: string }>({ dataType: () => 'citext' })(columnName);

/** A `bigint` that stays within ±(2^53 − 1): counters, byte counts, sequence numbers. */
export const bigintNumber = (columnName = '') => bigint(columnName, { mode: 'number' });

/** Money in minor units: `bigint` on both sides. */
export const amountMinor = (columnName = '') => bigint(columnName, { mode: 'bigint' });
