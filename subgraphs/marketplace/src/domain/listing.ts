import type { Id } from '@veza/kernel';
import type { Money } from './money.ts';

/** What kind of thing a listing sells. All but SERVICE are digital and come as files. */
export type ListingKind = 'SAMPLE_PACK' | 'PRESET' | 'STEMS' | 'BEAT' | 'TEMPLATE' | 'SERVICE';

/** DRAFT until its seller publishes it; PUBLISHED from then on. */
export type ListingState = 'DRAFT' | 'PUBLISHED';

/** Something that a person sells. */
export interface Listing {
  readonly id: Id<'listing'>;
  readonly sellerId: Id<'user'>;
  readonly title: string;
  readonly description: string | null;
  readonly kind: ListingKind;
  readonly state: ListingState;
  /** Lower case, each once. */
  readonly tags: readonly string[];
  readonly previewTrackId: Id<'track'> | null;
  /** Price of the cheapest licence; null without licences. */
  readonly lowestPrice: Money | null;
  readonly reviewCount: number;
  /** Sum of the ratings, each 1 to 5. */
  readonly ratingSum: number;
  /** Rises with every change. */
  readonly revision: number;
  readonly createdAt: Date;
  /** Null exactly in DRAFT. */
  readonly publishedAt: Date | null;
}

/** Whether a kind comes as files. */
export function isDigital(kind: ListingKind): boolean {
  return kind !== 'SERVICE';
}

/** The cheapest of prices in one currency; null for none. */
export function lowestPrice(prices: readonly Money[]): Money | null {
  return prices.reduce<Money | null>((lowest, price) => (lowest && lowest.amountMinor <= price.amountMinor ? lowest : price), null);
}

/** Mean of the ratings; null without reviews. */
export function averageRating({ reviewCount, ratingSum }: Pick<Listing, 'reviewCount' | 'ratingSum'>): number | null {
  return reviewCount === 0 ? null : ratingSum / reviewCount;
}
