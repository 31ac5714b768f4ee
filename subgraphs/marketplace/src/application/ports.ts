import type { Id, Page, PageRequest, UnitOfWork } from '@veza/kernel';
import type { EventRecorder } from '@veza/messaging';
import type { MarketplaceEvents } from '@veza/schema/events';
import type { Licence } from '../domain/licence.ts';
import type { Listing, ListingKind } from '../domain/listing.ts';
import type { Money } from '../domain/money.ts';
import type { NewListing } from '../domain/new-listing.ts';

/** A listing that is about to change, its row locked until the transaction ends. */
export interface ListingToChange {
  readonly listing: Listing;
  readonly licenceCount: number;
  readonly fileCount: number;
}

/** Listings, inside a transaction. */
export interface ListingRepository {
  /** Stores a draft with all that belongs to it. Answers the uploads that another listing uses; then nothing may be committed. */
  add(listing: NewListing): Promise<{ readonly usedUploadIds: readonly Id<'upload'>[] }>;
  findForChange(id: Id<'listing'>): Promise<ListingToChange | undefined>;
  /** Stores the state and its instant. */
  publish(listing: Listing): Promise<void>;
}

/** One transaction of this subgraph. */
export type MarketplaceUnitOfWork = UnitOfWork<{
  readonly listings: ListingRepository;
  readonly events: EventRecorder<MarketplaceEvents>;
}>;

/** What is known of an upload. */
export interface KnownUpload {
  readonly id: Id<'upload'>;
  readonly ownerId: Id<'user'>;
  /** Whether all bytes arrived and were accepted. */
  readonly isReady: boolean;
}

/** Uploads for listings, as tracks knows them. */
export interface UploadDirectory {
  /** In the order of the ids; undefined for what is absent or was uploaded for something else. */
  findMany(ids: readonly Id<'upload'>[]): Promise<readonly (KnownUpload | undefined)[]>;
}

/** A track, as far as a preview goes. */
export interface PreviewTrack {
  readonly artistId: Id<'user'>;
  readonly visibility: 'PUBLIC' | 'UNLISTED' | 'PRIVATE';
}

/** Tracks, as their owner knows them now. */
export interface TrackDirectory {
  find(id: Id<'track'>): Promise<PreviewTrack | undefined>;
}

/** People, as users knows them. */
export interface PersonDirectory {
  /** Whether each of them is there, in the order of the ids. */
  exist(ids: readonly Id<'user'>[]): Promise<readonly boolean[]>;
}

/** Order of a list of listings. */
export type ListingSort = 'RELEVANCE' | 'NEWEST' | 'PRICE_ASC' | 'PRICE_DESC';

/** What listings have in common; all that is there must hold. */
export interface ListingCriteria {
  /** Words, literally. */
  readonly query: string | undefined;
  readonly kind: ListingKind | undefined;
  readonly tags: readonly string[];
  /** Both in one currency. */
  readonly minPrice: Money | undefined;
  readonly maxPrice: Money | undefined;
  readonly sellerId: Id<'user'> | undefined;
}

/** A search: which listings, in which order. */
export interface ListingSearch {
  readonly criteria: ListingCriteria;
  readonly sort: ListingSort;
}

/** A page of a list with the cursors of its items. */
export interface ListedListings extends Page<Listing> {
  cursorOf(listing: Listing): string;
  /** Null beyond 10,000. */
  count(): Promise<number | null>;
}

/** The cursor is not one of this list. */
export interface CursorInvalid {
  readonly code: 'CURSOR_INVALID';
}

/** Reads outside transactions; any number of ids is one statement. */
export interface ListingReads {
  /** In the order of the ids. */
  findMany(ids: readonly Id<'listing'>[]): Promise<readonly (Listing | undefined)[]>;
  /** Licences of each listing in their seller's order. */
  licencesOf(ids: readonly Id<'listing'>[]): Promise<readonly (readonly Licence[])[]>;
  /** In the order of the ids. */
  findLicences(ids: readonly Id<'licence'>[]): Promise<readonly (Licence | undefined)[]>;
  /** Published listings that fit. */
  search(search: ListingSearch, page: PageRequest): Promise<ListedListings | CursorInvalid>;
}
