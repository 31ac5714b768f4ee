import type { Id } from '@veza/kernel';
import type { Licence } from './licence.ts';
import type { Listing } from './listing.ts';
import type { RevenueSplit } from './revenue-split.ts';

/** A draft with everything that is stored with it. */
export interface NewListing extends Listing {
  readonly licences: readonly Licence[];
  readonly fileUploadIds: readonly Id<'upload'>[];
  readonly revenueSplits: readonly RevenueSplit[];
}
