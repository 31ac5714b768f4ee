import { type EntityLookup, EntityLookupFailed } from '@veza/graphql';
import { type Id, idGenerator, toTypeId } from '@veza/kernel';
import { eventLogMigrations, postgresEventLog } from '@veza/messaging/postgres';
import { messagingMigrations } from '@veza/postgres';
import { silentLog } from '@veza/telemetry';
import { executeOperation, fixedClock, testDatabase, type TestRequest, userCaller } from '@veza/testing';
import { randomBytes } from 'node:crypto';
import { supergraphSdl } from '@veza/schema';
import { buildSchema, FieldsOnCorrectTypeRule, KnownTypeNamesRule, parse, validate } from 'graphql';
import { expect } from 'vitest';
import { marketplaceMigrations, marketplaceSubgraph } from '../src/app.ts';

/** An id that nobody has. */
export const nobody = <Prefix extends string>(prefix: Prefix) => toTypeId(prefix, '00000000-0000-7000-8000-00000000dead') as Id<Prefix>;

/** The input of a listing that can be published once it has files. */
export const beat = (more: Record<string, unknown> = {}) => ({
  title: 'Night drive',
  description: 'A slow beat.',
  kind: 'BEAT',
  tags: ['Slow', 'dark'],
  licences: [{ name: 'Lease', terms: 'Up to 10,000 streams.', price: { amount: '29.90', currency: 'EUR' }, isExclusive: false }],
  ...more,
});

const supergraph = buildSchema(supergraphSdl(), { assumeValidSDL: true });

/** What is looked up is what the owner offers, so that the owners of these tests cannot promise more than the real ones. */
function expectSelectable(type: string, selection: string): void {
  const fragment = parse(`fragment Asked on ${type} { ${selection} }`);
  expect(validate(supergraph, fragment, [KnownTypeNamesRule, FieldsOnCorrectTypeRule])).toEqual([]);
}

export interface Draft {
  readonly createListing: {
    readonly listing: { readonly id: Id<'listing'> } | null;
    readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
  };
}

const CREATE = `mutation ($input: CreateListingInput!) { createListing(input: $input) { listing { id } userErrors { code path } } }`;
const PUBLISH = `mutation ($input: PublishListingInput!) {
  publishListing(input: $input) { listing { id state } userErrors { code path } }
}`;

/** The marketplace subgraph on a database of its own, with owners of tracks, uploads and people that tests fill. */
export async function marketplaceFixture() {
  const test = await testDatabase({
    schemas: [
      { schema: 'marketplace', folders: [messagingMigrations, marketplaceMigrations] },
      { schema: 'event_log', folders: [eventLogMigrations] },
    ],
  });
  const clock = fixedClock();
  const newId = idGenerator(clock, randomBytes);
  const owned = new Map<string, Record<string, unknown>>();
  const asked: string[] = [];
  let isDown = false;
  const lookup: EntityLookup = {
    async findMany(type, ids, selection) {
      expectSelectable(type, selection);
      asked.push(...ids);
      if (isDown) throw new EntityLookupFailed('down');
      return ids.map((id) => owned.get(id) ?? null);
    },
  };
  const eventLog = postgresEventLog({ url: test.url, log: silentLog });
  const subgraph = marketplaceSubgraph({
    database: test.database,
    eventLog,
    lookups: { users: lookup, tracks: lookup },
    clock,
    newId,
    random: randomBytes,
    cursorSecret: new Uint8Array(32),
    log: silentLog,
  });
  /** Runs an operation as a person, or as nobody. */
  const run = <Data>(document: string, variables: Record<string, unknown> = {}, who?: Id<'user'> | TestRequest) =>
    executeOperation<Data>(subgraph, document, variables, typeof who === 'string' ? userCaller(who) : who);
  const create = async (seller: Id<'user'>, input: Record<string, unknown>) =>
    (await run<Draft>(CREATE, { input }, seller)).data!.createListing;
  const publish = async (seller: Id<'user'>, listingId: string) => {
    type Published = { publishListing: Draft['createListing'] };
    return (await run<Published>(PUBLISH, { input: { listingId } }, seller)).data!.publishListing;
  };
  const person = (): Id<'user'> => {
    const id = newId('user');
    owned.set(id, { id, username: 'somebody' });
    return id;
  };
  const upload = (owner: Id<'user'>, more: Record<string, unknown> = {}): Id<'upload'> => {
    const id = newId('upload');
    owned.set(id, { id, ownerId: owner, purpose: 'LISTING_FILE', state: 'READY', ...more });
    return id;
  };

  return {
    test,
    clock,
    newId,
    owned,
    asked,
    eventLog,
    subgraph,
    run,
    create,
    publish,
    /** A person whom users knows. */
    person,
    /** A finished upload for listings that tracks knows. */
    upload,
    /** A public track that tracks knows. */
    track(artist: Id<'user'>, more: Record<string, unknown> = {}): Id<'track'> {
      const id = newId('track');
      owned.set(id, { id, visibility: 'PUBLIC', artist: { id: artist }, ...more });
      return id;
    },
    /** A published beat. A second passes before it. */
    async published(seller: Id<'user'>, more: Record<string, unknown> = {}): Promise<Id<'listing'>> {
      clock.advance(1_000);
      const { listing, userErrors } = await create(seller, beat({ fileUploadIds: [upload(seller)], ...more }));
      if (!listing) throw new Error(JSON.stringify(userErrors));
      await publish(seller, listing.id);
      return listing.id;
    },
    /** Tracks and users stop, or go on, answering. */
    takeDown(down: boolean) {
      isDown = down;
    },
    async [Symbol.asyncDispose]() {
      await eventLog[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}

export type MarketplaceFixture = Awaited<ReturnType<typeof marketplaceFixture>>;
