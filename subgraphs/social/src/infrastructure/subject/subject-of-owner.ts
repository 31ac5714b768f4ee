import type { Id } from '@veza/kernel';
import type { ToldSubject } from './known-subject-row.ts';

/** A subject that an owner was asked for is older than any event about it. */
const BEFORE_EVERY_EVENT = 0;

type Told = Readonly<Record<string, unknown>> | null;
type Reader = { readonly selection: string; readonly read: (told: Told) => ToldSubject | undefined };

const ownerOf = (told: NonNullable<Told>, field: string) => (told[field] as { readonly id: Id<'user'> } | null)?.id;

/** What tracks tells of a track to a service. */
export const trackSubject: Reader = {
  selection: 'id visibility durationMs publishedAt artist { id }',
  read(told) {
    const ownerId = told && ownerOf(told, 'artist');
    if (!told || !ownerId) return undefined;
    return {
      id: told['id'] as Id<'track'>,
      kind: 'TRACK',
      ownerId,
      visibility: told['visibility'] as ToldSubject['visibility'],
      // What is not released yet counts as not ready until the owner's event says more.
      isReady: told['publishedAt'] !== null,
      releaseAt: null,
      durationMs: (told['durationMs'] as number | null) ?? null,
      isDeleted: false,
      revision: BEFORE_EVERY_EVENT,
    };
  },
};

/** What marketplace tells of a listing to a service. */
export const listingSubject: Reader = {
  selection: 'id state seller { id }',
  read(told) {
    const ownerId = told && ownerOf(told, 'seller');
    if (!told || !ownerId) return undefined;
    const isPublished = told['state'] === 'PUBLISHED';
    return {
      id: told['id'] as Id<'listing'>,
      kind: 'LISTING',
      ownerId,
      visibility: isPublished ? 'PUBLIC' : 'PRIVATE',
      isReady: isPublished,
      releaseAt: null,
      durationMs: null,
      isDeleted: false,
      revision: BEFORE_EVERY_EVENT,
    };
  },
};
