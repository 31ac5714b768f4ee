import { err, ok, type Page, type Result, type Slice } from '@veza/kernel';
import type { FoundTrack, SearchPlace, TrackSearch, TrackSearchFilter } from './ports.ts';

const MAX_WORDS = 200;
const MAX_GENRE = 50;
const MAX_TAGS = 20;
const MAX_TAG = 32;

/** A search that can be carried out. */
export interface TrackQuery {
  readonly words: string;
  readonly filter: TrackSearchFilter;
}

type Failure = { readonly code: 'BAD_USER_INPUT'; readonly message: string };
export type SearchTracks = ReturnType<typeof searchTracks>;

const tooLong = (text: string | undefined, max: number) => text !== undefined && Array.from(text).length > max;

/** Brings a search into the form in which it is carried out, and in which it belongs to its cursors. Fails with BAD_USER_INPUT. */
export function trackQuery(words: string, { genre, tags, ...rest }: TrackSearchFilter): Result<TrackQuery, Failure> {
  if (tooLong(words, MAX_WORDS)) return err({ code: 'BAD_USER_INPUT', message: `query has at most ${MAX_WORDS} characters` });
  const isTooMuch = tooLong(genre, MAX_GENRE) || (tags ?? []).length > MAX_TAGS || (tags ?? []).some((tag) => tooLong(tag, MAX_TAG));
  if (isTooMuch) return err({ code: 'BAD_USER_INPUT', message: 'genre or tags are too long' });
  const lower = (text: string) => text.normalize('NFC').trim().toLowerCase();
  return ok({
    words: words.normalize('NFC').trim(),
    filter: { ...rest, ...(genre !== undefined && { genre: lower(genre) }), ...(tags && { tags: tags.map(lower) }) },
  });
}

/** Public tracks that match, the best first, and how many there are. */
export function searchTracks(search: TrackSearch) {
  return {
    find: ({ words, filter }: TrackQuery, slice: Slice<SearchPlace>): Promise<Page<FoundTrack>> => search.find(words, filter, slice),
    count: ({ words, filter }: TrackQuery): Promise<number> => search.count(words, filter),
  };
}
