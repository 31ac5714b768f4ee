import { randomBytes } from 'node:crypto';
import type { Caller } from '@veza/auth';
import { type EntityLookup, EntityLookupFailed, inProcessExecutor } from '@veza/graphql';
import { parse } from 'graphql';
import { type Id, idGenerator, toTypeId } from '@veza/kernel';
import { inProcessKeyValue, inProcessRateLimiter } from '@veza/key-value/in-process';
import { eventLogMigrations, postgresEventLog } from '@veza/messaging/postgres';
import { messagingMigrations } from '@veza/postgres';
import { executeOperation, fixedClock, testDatabase, userCaller } from '@veza/testing';
import { silentLog } from '@veza/telemetry';
import { socialMigrations, socialSubgraph } from '../src/app.ts';

/** What the owners of foreign things know, by id. */
export type Owned = Map<string, Record<string, unknown>>;

const lookupIn = (owned: Owned, isDown: () => boolean): EntityLookup => ({
  async findMany(_type, ids) {
    if (isDown()) throw new EntityLookupFailed('down');
    return ids.map((id) => owned.get(id) ?? null);
  },
});

/** The social subgraph on a database of its own, with owners that tests fill. */
export async function socialFixture() {
  const test = await testDatabase({
    schemas: [
      { schema: 'social', folders: [messagingMigrations, socialMigrations] },
      { schema: 'event_log', folders: [eventLogMigrations] },
    ],
  });
  const clock = fixedClock();
  const newId = idGenerator(clock, randomBytes);
  const owned: Owned = new Map();
  const eventLog = postgresEventLog({ url: test.url, log: silentLog });
  let isDown = false;
  const lookup = lookupIn(owned, () => isDown);
  const subgraph = socialSubgraph({
    database: test.database,
    eventLog,
    keyValue: inProcessKeyValue({ clock }),
    rateLimiter: inProcessRateLimiter({ clock }),
    lookups: { users: lookup, tracks: lookup, marketplace: lookup },
    clock,
    newId,
    random: randomBytes,
    cursorSecret: new Uint8Array(32),
    log: silentLog,
  });

  return {
    test,
    clock,
    owned,
    eventLog,
    subgraph,
    /** A person whom users knows. */
    person(): Id<'user'> {
      const id = newId('user');
      owned.set(id, { id, username: 'somebody' });
      return id;
    },
    /** A track that tracks knows. */
    track(artist: Id<'user'>, more: Record<string, unknown> = {}): Id<'track'> {
      const id = newId('track');
      owned.set(id, {
        id,
        visibility: 'PUBLIC',
        durationMs: 10_000,
        publishedAt: '2025-01-01T00:00:00.000Z',
        artist: { id: artist },
        ...more,
      });
      return id;
    },
    /** A listing that marketplace knows. */
    listing(seller: Id<'user'>, state = 'PUBLISHED'): Id<'listing'> {
      const id = newId('listing');
      owned.set(id, { id, state, seller: { id: seller } });
      return id;
    },
    /** Runs an operation as a person, or as nobody. */
    run<Data>(document: string, variables: Record<string, unknown>, who?: Id<'user'> | Caller) {
      const caller = typeof who === 'string' ? userCaller(who) : who;
      return executeOperation<Data>(subgraph, document, variables, caller);
    },
    /** Runs an operation as a client sees it while the owners of foreign things do not answer. */
    async whileOwnersAreDown(document: string, variables: Record<string, unknown>, who: Id<'user'>) {
      const request = { caller: userCaller(who), requestId: 'test-request', deadlineAt: Infinity, signal: new AbortController().signal };
      isDown = true;
      const result = await inProcessExecutor(subgraph).execute(parse(document), variables, request);
      isDown = false;
      return result;
    },
    async [Symbol.asyncDispose]() {
      await eventLog[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}

/** An id that nobody has. */
export const nobody = <Prefix extends string>(prefix: Prefix) => toTypeId(prefix, '00000000-0000-7000-8000-00000000dead') as Id<Prefix>;

export type SocialFixture = Awaited<ReturnType<typeof socialFixture>>;
