import type { UserCaller } from '@veza/auth';
import { silentTrack } from './operations.ts';
import type { OpenTracks } from './tracks-fixture.ts';

const PAGE = `id title description kind visibility durationMs owner { id } artwork { url(size: 64) }
  items(first: 100) { totalCount nodes { id track { title } } pageInfo { hasNextPage endCursor } }`;
const READ = `query ($id: ID!) { playlist(id: $id) { ${PAGE} } }`;
/** A playlist as tests look at it. */
export interface PlaylistAnswer {
  readonly id: string;
  readonly title: string;
  readonly durationMs: number;
  readonly items: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly track: { readonly title: string } }[];
  };
}
/** What became of a change. */
export interface Payload {
  readonly playlist: PlaylistAnswer | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

/** Titles of a playlist's tracks, which have one letter each. */
export const titles = (playlist: PlaylistAnswer | null) => playlist!.items.nodes.map(({ track }) => track.title).join('');

/** Id of the first item with a title. */
export const itemOf = (playlist: PlaylistAnswer, title: string) => playlist.items.nodes.find(({ track }) => track.title === title)!.id;

/** What somebody with five tracks, `a` to `e` of a second each, does with playlists. */
export async function playlistRoom(tracks: OpenTracks, owner: UserCaller) {
  const songs: Record<string, string> = {};
  for (const title of ['a', 'b', 'c', 'd', 'e']) songs[title] = await silentTrack(tracks, owner, { title });
  const mutate = async (name: string, input: Record<string, unknown>, by = owner): Promise<Payload> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { playlist { ${PAGE} } userErrors { code path } } }`;
    const { data, errors } = await tracks.execute<Record<string, Payload>>(document, { input }, by);
    if (!data?.[name]) throw new Error(JSON.stringify(errors));
    return data[name];
  };
  const read = async (id: string, by?: UserCaller) =>
    (await tracks.execute<{ playlist: PlaylistAnswer | null }>(READ, { id }, by)).data!.playlist;
  const make = async (titles = '', more: Record<string, unknown> = {}) => {
    const trackIds = Array.from(titles, (title) => songs[title]!);
    return (await mutate('createPlaylist', { title: 'Mix', kind: 'PLAYLIST', visibility: 'PUBLIC', trackIds, ...more })).playlist!;
  };
  const add = (playlist: PlaylistAnswer, text: string, position?: number) =>
    mutate('addToPlaylist', { playlistId: playlist.id, trackIds: Array.from(text, (title) => songs[title]!), position });
  const move = (playlist: PlaylistAnswer, title: string, position: number) =>
    mutate('movePlaylistItem', { playlistId: playlist.id, itemId: itemOf(playlist, title), position });
  return { songs, mutate, read, make, add, move };
}
