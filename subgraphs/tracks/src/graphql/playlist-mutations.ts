import { graphqlError, userError, type UserErrorShape } from '@veza/graphql';
import { type Id, type Result, toId } from '@veza/kernel';
import type { PlaylistFailure } from '../application/playlist/failure.ts';
import type { Playlist } from '../domain/playlist/playlist.ts';
import { personOf, type TracksContext } from './context.ts';
import type { Resolvers, UpdatePlaylistInput } from './generated.ts';

const MESSAGES: Partial<Readonly<Record<PlaylistFailure['code'], string>>> = {
  PLAYLIST_FULL: 'A playlist has at most 1,000 items.',
  LIMIT_REACHED: 'You have 1,000 playlists; delete one first.',
  UPLOAD_NOT_READY: 'Not all bytes of this upload have arrived.',
};

interface PlaylistAnswer {
  readonly playlist: Playlist | null;
  readonly userErrors: readonly UserErrorShape<PlaylistFailure['code']>[];
}

const refusal = ({ code, path }: PlaylistFailure) => userError({ code, path: path.length > 0 ? path : null, message: MESSAGES[code] });

/** The playlist as it is now, or why it is not. */
async function answer({ loaders }: TracksContext, changed: Result<Id<'playlist'>, PlaylistFailure>): Promise<PlaylistAnswer> {
  if (!changed.ok) return { playlist: null, userErrors: [refusal(changed.error)] };
  loaders.playlist.clear(changed.value);
  return { playlist: await loaders.playlist.load(changed.value), userErrors: [] };
}

const target = (context: TracksContext, playlistId: string) => ({ playlistId: toId('playlist', playlistId), ownerId: personOf(context) });
const tracksOf = (ids: readonly string[] | null | undefined) => (ids ?? []).map((id) => toId('track', id));

/** Members that a playlist always has. */
const REQUIRED = ['title', 'visibility'] as const;

/** Members that were given. @throws GraphQLError BAD_USER_INPUT for a null that would clear what a playlist always has */
function changesOf(input: UpdatePlaylistInput) {
  for (const name of REQUIRED) {
    if (input[name] === null) throw graphqlError('BAD_USER_INPUT', `${name} cannot be null`, { argument: ['input', name] });
  }
  const { title, description, visibility, artworkUploadId } = input;
  return {
    ...(title != null && { title }),
    ...(description !== undefined && { description }),
    ...(visibility != null && { visibility }),
    ...(artworkUploadId !== undefined && { artworkUploadId: artworkUploadId === null ? null : toId('upload', artworkUploadId) }),
  };
}

/** Making, filling, ordering and deleting playlists. */
export const playlistMutationResolvers: Resolvers = {
  Mutation: {
    async createPlaylist(_root, { input }, context) {
      const { kind, title, description, visibility, trackIds } = input;
      const said = { kind, title, description: description ?? null, visibility: visibility ?? 'PRIVATE' };
      return answer(context, await context.tracks.createPlaylist({ ...said, ownerId: personOf(context), trackIds: tracksOf(trackIds) }));
    },
    async addToPlaylist(_root, { input: { playlistId, trackIds, position } }, context) {
      const command = { ...target(context, playlistId), trackIds: tracksOf(trackIds), position: position ?? undefined };
      return answer(context, await context.tracks.addToPlaylist(command));
    },
    async movePlaylistItem(_root, { input: { playlistId, itemId, position } }, context) {
      return answer(
        context,
        await context.tracks.movePlaylistItem({ ...target(context, playlistId), itemId: toId('plitem', itemId), position }),
      );
    },
    async removePlaylistItem(_root, { input: { playlistId, itemId } }, context) {
      return answer(context, await context.tracks.removePlaylistItem({ ...target(context, playlistId), itemId: toId('plitem', itemId) }));
    },
    async updatePlaylist(_root, { input }, context) {
      return answer(context, await context.tracks.updatePlaylist({ ...target(context, input.playlistId), ...changesOf(input) }));
    },
    async deletePlaylist(_root, { input }, context) {
      const deleted = await context.tracks.deletePlaylist(target(context, input.playlistId));
      if (!deleted.ok) return { deletedPlaylistId: null, userErrors: [refusal(deleted.error)] };
      context.loaders.playlist.clear(deleted.value);
      return { deletedPlaylistId: deleted.value, userErrors: [] };
    },
  },
};
