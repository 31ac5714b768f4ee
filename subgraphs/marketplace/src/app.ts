import { type EntityLookup, EntityLookupFailed, graphqlError, type Subgraph, subgraphSchema } from '@veza/graphql';
import { type Clock, type NewId, type RandomBytes, uuidv7 } from '@veza/kernel';
import type { EventLog } from '@veza/messaging';
import { type Database, databaseErrorCode, inboxConsumer, outboxRelay, postgresOutbox, postgresUnitOfWork } from '@veza/postgres';
import { subgraphSdl } from '@veza/schema';
import type { MarketplaceEvents } from '@veza/schema/events';
import type { Log } from '@veza/telemetry';
import { fileURLToPath } from 'node:url';
import { createListing } from './application/create-listing.ts';
import { publishListing } from './application/publish-listing.ts';
import { searchListings } from './application/search-listings.ts';
import { visibleListings } from './application/visible-listings.ts';
import { contextFor, type MarketplaceContext } from './graphql/context.ts';
import { entities } from './graphql/entities.ts';
import { listingResolvers } from './graphql/listing.ts';
import { listingsResolvers } from './graphql/listings.ts';
import { lookupPersonDirectory } from './infrastructure/lookup-person-directory.ts';
import { lookupTrackDirectory } from './infrastructure/lookup-track-directory.ts';
import { onUploadCompleted } from './infrastructure/on-upload-completed.ts';
import { postgresListingReads } from './infrastructure/postgres-listing-reads.ts';
import { postgresListingRepository } from './infrastructure/postgres-listing-repository.ts';
import { postgresUploadDirectory } from './infrastructure/postgres-upload-directory.ts';

/** What marketplace needs from the process that holds it. */
export interface MarketplaceDependencies {
  readonly database: Database;
  readonly eventLog: EventLog;
  /** Owners of what listings name, for what no event told yet. */
  readonly lookups: { readonly users: EntityLookup; readonly tracks: EntityLookup };
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly cursorSecret: Uint8Array;
  readonly log: Log;
}

/** Folder with the tables of schema `marketplace`. */
export const marketplaceMigrations: string = fileURLToPath(new URL('../migrations', import.meta.url));

/** What clients are told of a failure outside this subgraph's code. */
function translateError(error: unknown) {
  if (error instanceof EntityLookupFailed) return graphqlError('SUBGRAPH_UNAVAILABLE', 'another part of the platform does not answer');
  const code = databaseErrorCode(error);
  return code && graphqlError(code, 'the database could not do this');
}

/** Listings and licences. Wiring only. */
export function marketplaceSubgraph(dependencies: MarketplaceDependencies): Subgraph<MarketplaceContext> {
  const { database, eventLog, lookups, clock, newId, random, cursorSecret, log } = dependencies;
  const relay = outboxRelay({ database, eventLog, subgraph: 'marketplace', log });
  const unitOfWork = postgresUnitOfWork(
    database,
    (tx) => ({
      listings: postgresListingRepository(tx),
      events: postgresOutbox<MarketplaceEvents>(tx, { clock, newEventId: () => uuidv7(clock(), random) }),
    }),
    { onCommit: relay.wake },
  );
  const reads = postgresListingReads(database, cursorSecret);
  const tracks = lookupTrackDirectory(lookups.tracks);
  const newIds = { newListingId: () => newId('listing'), newLicenceId: () => newId('licence') };
  const uploads = postgresUploadDirectory({ database, tracks: lookups.tracks });
  const people = lookupPersonDirectory(lookups.users);
  const marketplace = {
    createListing: createListing({ unitOfWork, uploads, tracks, people, clock, ...newIds }),
    publishListing: publishListing({ unitOfWork, reads, tracks, clock }),
    searchListings: searchListings({ reads }),
    visible: visibleListings({ reads }),
    reads,
  };
  return {
    name: 'marketplace',
    schema: subgraphSchema<MarketplaceContext>({
      name: 'marketplace',
      sdl: subgraphSdl('marketplace'),
      resolvers: [listingResolvers, listingsResolvers],
      entities,
      rules: { 'listing.view': 'use-case', 'track.view': 'use-case' },
      log,
      translateError,
    }),
    context: contextFor(marketplace),
    background: {
      outboxRelay: relay,
      onUploadCompleted: inboxConsumer({
        database,
        eventLog,
        durable: 'marketplace__on-upload-completed',
        topics: ['tracks.upload-completed.v1'],
        handle: (tx, event) => onUploadCompleted(tx, event as Parameters<typeof onUploadCompleted>[1]),
        log,
      }),
    },
  };
}
