import type { Connection } from '@veza/graphql';
import type { Id } from '@veza/kernel';
import type { Licence } from '../domain/licence.ts';
import type { Listing } from '../domain/listing.ts';
import type { Money } from '../domain/money.ts';

/** A person, of whom marketplace knows no more than the id. */
export type UserModel = { readonly id: Id<'user'> };
/** A track, named by its id. */
export type TrackModel = { readonly id: Id<'track'> };
/** A listing that the viewer may see. */
export type ListingModel = Listing;
/** A licence whose listing the viewer may see. */
export type LicenceModel = Licence;
/** An amount in minor units. */
export type MoneyModel = Money;
/** A page of listings. */
export type ListingConnectionModel = Connection<ListingModel>;
