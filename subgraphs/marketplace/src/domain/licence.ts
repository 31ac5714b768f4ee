import type { Id } from '@veza/kernel';
import type { ListingState } from './listing.ts';
import type { Money } from './money.ts';

/** The terms under which a listing is sold. */
export interface Licence {
  readonly id: Id<'licence'>;
  readonly listingId: Id<'listing'>;
  readonly name: string;
  readonly terms: string;
  readonly price: Money;
  /** Sold to one person only. */
  readonly isExclusive: boolean;
  /** How often it can still be sold; null for any number. */
  readonly stock: number | null;
}

/** Whether a licence of a listing in the given state can be bought now. */
export function isAvailable({ stock }: Pick<Licence, 'stock'>, listingState: ListingState): boolean {
  return listingState === 'PUBLISHED' && (stock === null || stock > 0);
}
