/** What a player finds behind an `hlsUrl`. */
export interface PlayedStream {
  readonly renditions: number;
  readonly segments: number;
  readonly seconds: number;
  readonly bytes: number;
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for a playlist`);
  return response.text();
}

const lines = (playlist: string) => playlist.split('\n').filter((line) => line !== '');

/** Walks a master playlist, then every segment of its first rendition, as a player does. @see RFC 8216 */
export async function playStream(hlsUrl: string): Promise<PlayedStream> {
  const variants = lines(await text(hlsUrl)).filter((line) => !line.startsWith('#'));
  const mediaUrl = new URL(variants[0]!, hlsUrl).href;
  const media = lines(await text(mediaUrl));
  const map = /URI="([^"]+)"/.exec(media.find((line) => line.startsWith('#EXT-X-MAP')) ?? '')?.[1];
  const segments = media.filter((line) => !line.startsWith('#'));
  const seconds = media
    .flatMap((line) => (line.startsWith('#EXTINF:') ? [Number.parseFloat(line.slice(8))] : []))
    .reduce((sum, length) => sum + length, 0);
  let bytes = 0;
  for (const name of map === undefined ? segments : [map, ...segments]) {
    const response = await fetch(new URL(name, mediaUrl));
    if (!response.ok) throw new Error(`${response.status} for segment ${name}`);
    bytes += (await response.arrayBuffer()).byteLength;
  }
  return { renditions: variants.length, segments: segments.length, seconds, bytes };
}

/** The same address with one character of its token changed. */
export function withChangedToken(url: string): string {
  return url.replace(/\/m\/([^/]+)\//, (_whole, token: string) => `/m/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}/`);
}
