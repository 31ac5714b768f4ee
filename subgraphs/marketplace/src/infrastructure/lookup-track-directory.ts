import type { EntityLookup } from '@veza/graphql';
import type { Id } from '@veza/kernel';
import type { PreviewTrack, TrackDirectory } from '../application/ports.ts';

type ToldTrack = { readonly visibility: PreviewTrack['visibility']; readonly artist: { readonly id: Id<'user'> } | null };

/** Asks tracks each time: who may hear a track must be true at the moment of publishing, and that is seldom asked. */
export function lookupTrackDirectory(tracks: EntityLookup): TrackDirectory {
  return {
    async find(id) {
      const [told] = await tracks.findMany('Track', [id], 'id visibility artist { id }');
      const track = told as ToldTrack | null | undefined;
      return track?.artist ? { artistId: track.artist.id, visibility: track.visibility } : undefined;
    },
  };
}
