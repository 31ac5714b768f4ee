import type { Clock } from './clock.ts';
import { toTypeId, toUuid } from './type-id.ts';
import { uuidv7, type RandomBytes } from './uuid.ts';

/** A public id of one kind of thing, e.g. `Id<'channel'>`. Ids of different kinds do not mix. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/** Makes a fresh, time-ordered id. */
export type NewId = <Prefix extends string>(prefix: Prefix) => Id<Prefix>;

/** Fresh ids from an injected clock and source of randomness. */
export function idGenerator(clock: Clock, random: RandomBytes): NewId {
  return (prefix) => toTypeId(prefix, uuidv7(clock(), random)) as Id<typeof prefix>;
}

/** Reads an id that a client sent. A malformed or wrong-typed one becomes the nil id of that kind, which no row has. */
export function toId<Prefix extends string>(prefix: Prefix, text: string): Id<Prefix> {
  return toTypeId(prefix, toUuid(prefix, text)) as Id<Prefix>;
}
