import { isDigital, type Listing, type ListingKind } from './listing.ts';
import type { Problem } from './problem.ts';

/** What of a listing decides whether it can be published. */
export interface PublicationFacts {
  readonly kind: ListingKind;
  readonly licenceCount: number;
  readonly fileCount: number;
  /** Whether everybody with the address may hear the preview; undefined without one. */
  readonly isPreviewAudible: boolean | undefined;
}

const incomplete = (field: string): Problem => ({ code: 'LISTING_INCOMPLETE', path: [field] });

/** What a draft lacks, by the field of its creation. */
export function publicationProblems({ kind, licenceCount, fileCount, isPreviewAudible }: PublicationFacts): readonly Problem[] {
  return [
    ...(licenceCount === 0 ? [incomplete('licences')] : []),
    ...(isDigital(kind) && fileCount === 0 ? [incomplete('fileUploadIds')] : []),
    ...(isPreviewAudible === false ? [incomplete('previewTrackId')] : []),
  ];
}

/** The draft, published. */
export function published(listing: Listing, publishedAt: Date): Listing {
  return { ...listing, state: 'PUBLISHED', publishedAt, revision: listing.revision + 1 };
}
