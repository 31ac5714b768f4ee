import { err, type Id, ok, type Result } from '@veza/kernel';
import { MAX_TRACKS_AT_ONCE, mayHold, type Playlist } from '../../domain/playlist/playlist.ts';
import type { Track } from '../../domain/track.ts';
import type { TrackReader } from '../track/ports.ts';
import type { PlaylistFailure } from './failure.ts';

/** Tracks that somebody wants in a playlist, in order; undefined for those that they cannot see. */
export type WantedTracks = readonly (Track | undefined)[];

/** Looks wanted tracks up, as whoever wants them may see them. Fails with INVALID when they are too many. */
export async function findWanted(
  tracks: Pick<TrackReader, 'findMany'>,
  ids: readonly Id<'track'>[],
  userId: Id<'user'>,
): Promise<Result<WantedTracks, PlaylistFailure>> {
  if (ids.length > MAX_TRACKS_AT_ONCE) return err({ code: 'INVALID', path: ['trackIds'] });
  const found = await tracks.findMany([...new Set(ids)], { userId, seesAll: false });
  return ok(ids.map((id) => found.get(id)));
}

/** Ids of wanted tracks, if the playlist may hold them. Fails with NOT_FOUND and NOT_PERMITTED, at the place of the first that is to blame. */
export function chosenTracks(
  playlist: Pick<Playlist, 'kind' | 'ownerId'>,
  wanted: WantedTracks,
): Result<readonly Id<'track'>[], PlaylistFailure> {
  const ids: Id<'track'>[] = [];
  for (const [place, track] of wanted.entries()) {
    const path = ['trackIds', String(place)];
    if (!track) return err({ code: 'NOT_FOUND', path });
    if (!mayHold(playlist, track.artistId)) return err({ code: 'NOT_PERMITTED', path });
    ids.push(track.id);
  }
  return ok(ids);
}
