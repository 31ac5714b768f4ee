import { setTimeout as sleep } from 'node:timers/promises';
import type { AppClient } from '../client.ts';
import type { Person } from '../people.ts';
import type { StoryTeller } from '../steps.ts';
import type { Song } from './making.ts';

const FOUND_TIMEOUT_MS = 10_000;
const POLL_MS = 100;

interface Playlist {
  readonly id: string;
  readonly durationMs: number;
  readonly items: { readonly nodes: readonly { readonly id: string; readonly track: { readonly title: string } }[] };
}

const titlesOf = ({ items }: Playlist) => items.nodes.map(({ track }) => track.title).join(', ');

async function bySecret(ada: Person, ben: Person, trackId: string): Promise<string> {
  const { track } = await ben.app.data<{ track: unknown }>('TrackForListening', { id: trackId });
  if (track !== null) throw new Error('Ben sees what is private');
  const { createSecretLink } = await ada.app.data<{ createSecretLink: { secretLink: { secret: string; url: string } } }>(
    'CreateSecretLink',
    { input: { trackId } },
  );
  const { secret, url } = createSecretLink.secretLink;
  const { trackBySecretLink } = await ben.app.data<{ trackBySecretLink: { stream: { hlsUrl: string } } }>('TrackBySecretLink', { secret });
  const [{ status: stream }, { status: page }] = [await fetch(trackBySecretLink.stream.hlsUrl), await fetch(url)];
  if (stream !== 200 || page !== 200) throw new Error(`the stream answered ${stream}, the page ${page}`);
  return 'by its secret alone: stream and page';
}

/** What artists are called comes by an event, so it may take a moment. */
async function found(app: AppClient, query: string): Promise<readonly string[]> {
  const deadline = performance.now() + FOUND_TIMEOUT_MS;
  for (;;) {
    const { searchTracks } = await app.data<{ searchTracks: { edges: { node: { title: string } }[] } }>('SearchTracks', { query });
    const titles = searchTracks.edges.map(({ node }) => node.title);
    if (titles.length === 2 || performance.now() > deadline) return titles.toSorted();
    await sleep(POLL_MS);
  }
}

async function album(ada: Person, songs: readonly Song[]): Promise<Playlist> {
  const input = { title: 'Shore', kind: 'ALBUM', visibility: 'PUBLIC', trackIds: songs.map(({ trackId }) => trackId) };
  const { createPlaylist } = await ada.app.data<{ createPlaylist: { playlist: Playlist } }>('CreatePlaylist', { input });
  const [first] = createPlaylist.playlist.items.nodes;
  const { movePlaylistItem } = await ada.app.data<{ movePlaylistItem: { playlist: Playlist } }>('MovePlaylistItem', {
    input: { playlistId: createPlaylist.playlist.id, itemId: first!.id, position: 1 },
  });
  return movePlaylistItem.playlist;
}

async function outside(url: string, ada: Person, trackId: string): Promise<string> {
  const page = `${url}/tracks/${trackId}`;
  const embed = (await (await fetch(`${url}/oembed?url=${encodeURIComponent(page)}`)).json()) as { readonly html: string };
  if (!embed.html.includes(page)) throw new Error(`embedders are told ${embed.html}`);
  const feed = await (await fetch(`${url}/artists/${ada.id}/feed.xml`)).text();
  const length = Number(/length="(\d+)"/.exec(feed)?.[1]);
  const audio = await (await fetch(`${url}/tracks/${/tracks\/(track_\w+)\/audio/.exec(feed)?.[1]}/audio.m4a`)).arrayBuffer();
  if (audio.byteLength !== length) throw new Error(`the feed says ${length} bytes, there are ${audio.byteLength}`);
  return `page, embed, feed of ${feed.split('<item>').length - 1} with ${length} bytes of audio`;
}

/** The record comes out: heard by secret, then found by everybody, as an album, a page, an embed and a feed. Answers the album's id. */
export async function comeOut(
  url: string,
  { step }: StoryTeller,
  [ada, ben]: readonly [Person, Person],
  songs: readonly Song[],
): Promise<string> {
  await step('Ben hears Tide before it is out', async () => ({ result: undefined, seen: await bySecret(ada, ben, songs[0]!.trackId) }));
  await step('UpdateTrack: out, with its file to download', async () => {
    for (const { trackId } of songs) {
      await ada.app.data('UpdateTrack', { input: { trackId, visibility: 'PUBLIC', isDownloadable: true } });
    }
    return { result: undefined, seen: 'two tracks are public' };
  });
  await step('SearchTracks by the artist, mistyped', async () => {
    const titles = await found(ben.app, ada.username.replace('ada', 'adaa'));
    if (titles.join() !== 'Foam,Tide') throw new Error(`found ${titles.join() || 'nothing'}`);
    return { result: undefined, seen: titles.join(', ') };
  });
  const shore = await step('CreatePlaylist, MovePlaylistItem: the album', async () => {
    const made = await album(ada, songs);
    if (titlesOf(made) !== 'Foam, Tide') throw new Error(`the album goes ${titlesOf(made)}`);
    return { result: made.id, seen: `${titlesOf(made)}: ${made.durationMs} ms` };
  });
  await step('page, oEmbed and feed', async () => ({ result: undefined, seen: await outside(url, ada, songs[0]!.trackId) }));
  await step('TrackDownload', async () => {
    const { track } = await ben.app.data<{ track: { download: { url: string } } }>('TrackDownload', { id: songs[0]!.trackId });
    const bytes = Buffer.from(await (await fetch(track.download.url)).arrayBuffer());
    if (!bytes.equals(songs[0]!.bytes)) throw new Error('the download is not the file that was sent');
    return { result: undefined, seen: `${bytes.length} bytes, the very file that Ada sent` };
  });
  return shore;
}
