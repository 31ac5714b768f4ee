import type { Id } from '@veza/kernel';
import { longText, nameText } from '../text.ts';
import type { TrackVisibility } from '../track.ts';

/** What an ordered list of tracks is; albums and EPs hold tracks of their owner only. */
export type PlaylistKind = 'PLAYLIST' | 'ALBUM' | 'EP';

/** What its owner says about a playlist. */
export interface PlaylistMetadata {
  readonly title: string;
  readonly description: string | null;
  readonly visibility: TrackVisibility;
}

/** An ordered list of tracks. */
export interface Playlist extends PlaylistMetadata {
  readonly id: Id<'playlist'>;
  readonly ownerId: Id<'user'>;
  readonly kind: PlaylistKind;
  /** Its picture; null when there is none. */
  readonly artworkImageId: string | null;
  readonly createdAt: Date;
  /** Rises with every change, that of its items included. */
  readonly revision: number;
}

/** Items of one playlist. */
export const MAX_ITEMS = 1_000;
/** Tracks that one call may name. */
export const MAX_TRACKS_AT_ONCE = 100;
/** Playlists of one person. */
export const MAX_PLAYLISTS = 1_000;

const MAX_TITLE = 100;
const MAX_DESCRIPTION = 5_000;

/** A title of 1 to 100 characters, or undefined. */
export function playlistTitle(text: string): string | undefined {
  return nameText(text, MAX_TITLE);
}

/** A description of at most 5,000 characters, or undefined; an empty one is null. */
export function playlistDescription(text: string): string | null | undefined {
  return longText(text, MAX_DESCRIPTION);
}

/** Whether a playlist may hold a track of an artist. */
export function mayHold({ kind, ownerId }: Pick<Playlist, 'kind' | 'ownerId'>, artistId: Id<'user'>): boolean {
  return kind === 'PLAYLIST' || artistId === ownerId;
}
