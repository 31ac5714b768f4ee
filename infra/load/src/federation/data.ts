/** How many people and tracks there are; ids beyond are absent. */
export const PEOPLE = 400;
const TRACKS_OF_EACH = 8;
const COMMENTS_OF_EACH = 8;
const GENRES = ['AMBIENT', 'DRUM_AND_BASS', 'HOUSE', 'TECHNO'] as const;

/** A number that is the same every time, below `limit`; neighbours differ. */
const scattered = (seed: number, limit: number): number => ((seed * 2_654_435_761) >>> 0) % limit;

/** The index in an id such as `user-12`, or undefined when nothing has that id. */
function indexOf(id: string, prefix: string, count: number): number | undefined {
  const index = id.startsWith(`${prefix}-`) ? Number(id.slice(prefix.length + 1)) : Number.NaN;
  return Number.isInteger(index) && index >= 0 && index < count ? index : undefined;
}

/** Answers from memory what was asked before: the subgraphs of a benchmark are to cost next to nothing. */
function remembered<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined || known.has(id)) return found as T;
    const made = make(id);
    known.set(id, made);
    return made;
  };
}

const money = (seed: number) => ({ amount: `${5 + scattered(seed, 90)}.00`, currency: 'EUR' });

/** A person as the subgraph users knows them; null when there is none with the id. */
export const userOf = remembered((id) => {
  const index = indexOf(id, 'user', PEOPLE);
  if (index === undefined) return null;
  return {
    id,
    username: `person${index}`,
    displayName: `Person Number ${index}`,
    avatarUrl: index % 3 === 0 ? null : `https://media.example/avatars/${index}/256.webp`,
    joinedAt: `2026-01-${String(1 + (index % 28)).padStart(2, '0')}T09:30:00.000Z`,
  };
});

/** The id of a person by name. */
export const userIdOf = (username: string): string => `user-${username.replace(/^person/, '')}`;

/** A track as the subgraph tracks knows it. */
export const trackOf = remembered((id) => {
  const index = indexOf(id, 'track', PEOPLE * TRACKS_OF_EACH);
  if (index === undefined) return null;
  return {
    id,
    title: `Track “${index}” — of many`,
    genre: GENRES[index % GENRES.length]!,
    durationMs: 120_000 + scattered(index, 240_000),
    isExplicit: index % 7 === 0,
    artist: { id: `user-${Math.floor(index / TRACKS_OF_EACH)}` },
  };
});

/** The tracks of a person, newest first; at most eight. */
export const tracksOfUser = remembered((userId) => {
  const index = indexOf(userId, 'user', PEOPLE);
  if (index === undefined) return [];
  return Array.from({ length: TRACKS_OF_EACH }, (_, at) => trackOf(`track-${index * TRACKS_OF_EACH + at}`)!);
});

/** What social adds to a person. */
export const socialUserOf = remembered((id) => {
  const index = indexOf(id, 'user', PEOPLE) ?? 0;
  return { id, followerCount: scattered(index, 90_000), followingCount: scattered(index + 1, 900) };
});

/** What social adds to a track: its likes and, newest first, at most eight comments by others. */
export const socialTrackOf = remembered((id) => {
  const index = indexOf(id, 'track', PEOPLE * TRACKS_OF_EACH) ?? 0;
  return {
    id,
    likeCount: scattered(index, 5_000),
    comments: Array.from({ length: COMMENTS_OF_EACH }, (_, at) => ({
      id: `comment-${index}-${at}`,
      text: `Comment ${at} on track ${index}: "the drop at 1:${10 + at} is something else"`,
      positionMs: at % 2 === 0 ? scattered(index + at, 120_000) : null,
      author: { id: `user-${scattered(index * COMMENTS_OF_EACH + at, PEOPLE)}` },
    })),
  };
});

/** What marketplace adds to a person. */
export const sellerOf = remembered((id) => {
  const index = indexOf(id, 'user', PEOPLE) ?? 0;
  return {
    id,
    supporterCount: scattered(index + 2, 400),
    tiers: ['Listener', 'Friend', 'Patron'].map((name, at) => ({ name, price: money(index + at) })),
  };
});

/** What marketplace adds to a track. */
export const offerOf = remembered((id) => {
  const index = indexOf(id, 'track', PEOPLE * TRACKS_OF_EACH) ?? 0;
  return {
    id,
    licences: ['Basic', 'Unlimited'].map((name, at) => ({ id: `licence-${index}-${at}`, name, price: money(index + at) })),
  };
});
