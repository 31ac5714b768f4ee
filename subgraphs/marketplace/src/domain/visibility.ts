import type { Id } from '@veza/kernel';
import type { Listing } from './listing.ts';

/** Who looks at listings. */
export interface Onlooker {
  /** The signed-in person, if there is one. */
  readonly userId: Id<'user'> | undefined;
  /** Moderators and other parts of the platform see everything. */
  readonly seesEverything: boolean;
}

/** Whether a listing is there for somebody: published ones for everybody, others for their seller. */
export function isVisible({ state, sellerId }: Pick<Listing, 'state' | 'sellerId'>, { userId, seesEverything }: Onlooker): boolean {
  return state === 'PUBLISHED' || sellerId === userId || seesEverything;
}
