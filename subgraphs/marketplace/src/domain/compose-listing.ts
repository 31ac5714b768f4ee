import { err, type Id, ok, type Result } from '@veza/kernel';
import { composeLicences, type LicenceDraft } from './compose-licences.ts';
import { isDigital, type ListingKind, lowestPrice } from './listing.ts';
import type { NewListing } from './new-listing.ts';
import { invalid, type Problem } from './problem.ts';
import { type RevenueSplit, revenueSplitProblems, WHOLE_BPS } from './revenue-split.ts';
import { readTags } from './tags.ts';
import { lineOfText, longText } from './text.ts';

const MAX_TITLE_LENGTH = 100;
const MAX_DESCRIPTION_LENGTH = 5_000;
const MAX_FILES = 50;

/** A listing as its seller writes it. */
export interface ListingDraft {
  readonly title: string;
  readonly description: string | undefined;
  readonly kind: ListingKind;
  readonly tags: readonly string[];
  readonly fileUploadIds: readonly Id<'upload'>[];
  readonly previewTrackId: Id<'track'> | undefined;
  readonly licences: readonly LicenceDraft[];
  /** Undefined: everything goes to the seller. */
  readonly revenueSplits: readonly RevenueSplit[] | undefined;
}

/** What time, chance and the session add to a draft. */
export interface ListingCircumstances {
  readonly id: Id<'listing'>;
  readonly sellerId: Id<'user'>;
  readonly createdAt: Date;
  readonly newLicenceId: () => Id<'licence'>;
}

type ListingTexts = Pick<NewListing, 'title' | 'description' | 'tags'>;

function fileProblems({ kind, fileUploadIds }: ListingDraft): readonly Problem[] {
  if (fileUploadIds.length > MAX_FILES) return [invalid('fileUploadIds')];
  if (!isDigital(kind) && fileUploadIds.length > 0) return [invalid('fileUploadIds')];
  return fileUploadIds.flatMap((id, place) => (fileUploadIds.indexOf(id) < place ? [invalid('fileUploadIds', place)] : []));
}

/** The texts of a draft, or the fields that are none. */
function readTexts({ title, description, tags }: ListingDraft): Result<ListingTexts, readonly Problem[]> {
  const read = {
    title: lineOfText(title, MAX_TITLE_LENGTH),
    description: longText(description ?? '', MAX_DESCRIPTION_LENGTH),
    tags: readTags(tags),
  };
  const wrong = (['title', 'description', 'tags'] as const).filter((field) => read[field] === undefined);
  if (wrong.length > 0) return err(wrong.map((field) => invalid(field)));
  return ok({ ...(read as ListingTexts), description: read.description?.trim() === '' ? null : read.description! });
}

/** The draft as it is stored, or everything that is wrong with it. */
export function composeListing(
  draft: ListingDraft,
  { id, sellerId, createdAt, newLicenceId }: ListingCircumstances,
): Result<NewListing, readonly Problem[]> {
  const { kind, fileUploadIds } = draft;
  const texts = readTexts(draft);
  const licences = composeLicences(draft.licences, { kind, listingId: id, newLicenceId });
  const revenueSplits = draft.revenueSplits ?? [{ userId: sellerId, shareBps: WHOLE_BPS }];
  const others = [...fileProblems(draft), ...revenueSplitProblems(revenueSplits)];
  if (!texts.ok || !licences.ok || others.length > 0) return err([...problemsOf(texts), ...problemsOf(licences), ...others]);
  return ok({
    ...texts.value,
    id,
    sellerId,
    kind,
    state: 'DRAFT',
    previewTrackId: draft.previewTrackId ?? null,
    lowestPrice: lowestPrice(licences.value.map(({ price }) => price)),
    reviewCount: 0,
    ratingSum: 0,
    revision: 1,
    createdAt,
    publishedAt: null,
    licences: licences.value,
    fileUploadIds,
    revenueSplits,
  });
}

const problemsOf = (result: Result<unknown, readonly Problem[]>) => (result.ok ? [] : result.error);
