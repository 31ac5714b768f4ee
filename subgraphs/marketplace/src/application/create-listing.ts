import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { composeListing, type ListingDraft } from '../domain/compose-listing.ts';
import type { Listing } from '../domain/listing.ts';
import type { NewListing } from '../domain/new-listing.ts';
import type { Problem } from '../domain/problem.ts';
import type { MarketplaceUnitOfWork, PersonDirectory, TrackDirectory, UploadDirectory } from './ports.ts';

type Dependencies = {
  readonly unitOfWork: MarketplaceUnitOfWork;
  readonly uploads: UploadDirectory;
  readonly tracks: TrackDirectory;
  readonly people: PersonDirectory;
  readonly clock: Clock;
  readonly newListingId: () => Id<'listing'>;
  readonly newLicenceId: () => Id<'licence'>;
};
type CreateListingResult = Result<Listing, readonly Problem[]>;

/** A draft and whose it is. */
export interface CreateListingCommand extends ListingDraft {
  readonly sellerId: Id<'user'>;
}

export type CreateListing = ReturnType<typeof createListing>;

const notFound = (...path: readonly (string | number)[]): Problem => ({ code: 'NOT_FOUND', path });

/**
 * Drafts a listing. Its uploads are the seller's, finished and unused, its preview track is the seller's, its payees exist.
 * Records `marketplace.upload-claimed.v1` for each file in the same transaction.
 * Fails with every problem at once: INVALID, then NOT_FOUND and UPLOAD_NOT_READY.
 */
export function createListing({ unitOfWork, uploads, tracks, people, clock, newListingId, newLicenceId }: Dependencies) {
  const uploadProblems = async ({ sellerId, fileUploadIds }: NewListing): Promise<readonly Problem[]> => {
    const found = fileUploadIds.length > 0 ? await uploads.findMany(fileUploadIds) : [];
    return found.flatMap((upload, place): readonly Problem[] => {
      if (upload?.ownerId !== sellerId) return [notFound('fileUploadIds', place)];
      return upload.isReady ? [] : [{ code: 'UPLOAD_NOT_READY', path: ['fileUploadIds', place] }];
    });
  };
  const previewProblems = async ({ sellerId, previewTrackId }: NewListing): Promise<readonly Problem[]> => {
    const isMissing = previewTrackId !== null && (await tracks.find(previewTrackId))?.artistId !== sellerId;
    return isMissing ? [notFound('previewTrackId')] : [];
  };
  const payeeProblems = async ({ sellerId, revenueSplits }: NewListing): Promise<readonly Problem[]> => {
    const others = revenueSplits.filter(({ userId }) => userId !== sellerId).map(({ userId }) => userId);
    const exist = others.length > 0 ? await people.exist(others) : [];
    const missing = new Set(others.filter((_userId, place) => !exist[place]));
    return revenueSplits.flatMap(({ userId }, place) => (missing.has(userId) ? [notFound('revenueSplits', place, 'userId')] : []));
  };

  return async ({ sellerId, ...draft }: CreateListingCommand): Promise<CreateListingResult> => {
    const composed = composeListing(draft, { id: newListingId(), sellerId, createdAt: clock(), newLicenceId });
    if (!composed.ok) return composed;
    const listing = composed.value;
    const problems = await Promise.all([uploadProblems(listing), previewProblems(listing), payeeProblems(listing)]);
    if (problems.flat().length > 0) return err(problems.flat());

    return unitOfWork(async ({ listings, events }): Promise<CreateListingResult> => {
      const { usedUploadIds } = await listings.add(listing);
      if (usedUploadIds.length > 0) return err(usedUploadIds.map((id) => notFound('fileUploadIds', listing.fileUploadIds.indexOf(id))));
      for (const uploadId of listing.fileUploadIds) {
        await events.record('marketplace.upload-claimed.v1', uploadId, 1, { uploadId, by: listing.id });
      }
      return ok(listing);
    });
  };
}
