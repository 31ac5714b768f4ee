import type { TrackPage } from '../../application/page/find-page.ts';
import type { PageAddresses } from './page-addresses.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const PICTURE_SIZE = 512;

/** Text as it stands in HTML, between tags and inside quotes. */
export const htmlText = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** Title of a page, as its tab and its embedders show it. */
export const pageTitle = ({ track, artist }: TrackPage): string => (artist ? `${track.title} by ${artist.displayName}` : track.title);

const meta = (property: string, content: string) => `<meta property="${property}" content="${htmlText(content)}">`;
const alternate = (type: string, href: string) => `<link rel="alternate" type="${type}" href="${htmlText(href)}">`;

/**
 * A track for people with a browser and no account, as a page and inside the pages of others.
 * All scripts and styles are files of their own, so that nothing written by an artist can run.
 * @param address of the page itself; its stream is asked for below it
 * @see https://ogp.me
 */
export function trackPage(page: TrackPage, address: string, addresses: PageAddresses): string {
  const { track, artist } = page;
  const picture = track.artworkImageId === null ? undefined : addresses.picture(track.artworkImageId, PICTURE_SIZE);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(pageTitle(page))}</title>
${meta('og:type', 'music.song')}
${meta('og:title', track.title)}
${meta('og:url', address)}
${picture === undefined ? '' : meta('og:image', picture)}
${alternate('application/json+oembed', addresses.oembed(address))}
${alternate('application/rss+xml', addresses.feed(track.artistId))}
<link rel="stylesheet" href="/player/player.css">
<script type="module" src="/player/player.js"></script>
</head>
<body>
<main data-stream="${htmlText(`${address}/stream`)}">
${picture === undefined ? '' : `<img src="${htmlText(picture)}" alt="" width="120" height="120">`}
<div>
<h1>${htmlText(track.title)}</h1>
<p>${artist ? htmlText(artist.displayName) : ''}</p>
<audio controls preload="none"></audio>
<p role="status"></p>
</div>
</main>
</body>
</html>
`;
}
