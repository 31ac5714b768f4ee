import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FindPage, PageKey } from '../../application/page/find-page.ts';
import type { GrantStream } from '../../application/stream/grant-stream.ts';
import { type Problem, sendProblem } from '../problem.ts';
import { type EmbedRoom, oembed } from './oembed.ts';
import type { PageAddresses } from './page-addresses.ts';
import { trackPage } from './track-page.ts';

/** What the door stands on. */
export interface PageDoorOptions {
  readonly findPage: FindPage;
  readonly grantStream: GrantStream;
  readonly addresses: PageAddresses;
  /** Origins that pages may read from beside their own: where media is. */
  readonly mediaOrigin: string;
}

const NO_SUCH_PAGE: Problem = { status: 404, code: 'NOT_FOUND', title: 'There is no such page.' };
const NOTHING_TO_HEAR: Problem = { status: 404, code: 'STREAM_UNAVAILABLE', title: 'There is nothing to hear yet.' };
const NOT_JSON: Problem = { status: 501, code: 'NOT_IMPLEMENTED', title: 'Only format=json is offered.' };
const NO_ADDRESS: Problem = {
  status: 400,
  code: 'BAD_USER_INPUT',
  title: 'url is missing, or maxwidth or maxheight is no number of pixels.',
};
/** Seconds that a page may be kept: what it shows of a track that became private is gone soon. */
const PAGE_SECONDS = 60;
const PIXELS = /^[1-9]\d{0,4}$/;

const pixels = (text: unknown): number | undefined => (typeof text === 'string' && PIXELS.test(text) ? Number(text) : undefined);

/** What an embedder asks: about which address, for how much room; or what is wrong with it. @see https://oembed.com §2.2 */
function embedQuery({
  url,
  format = 'json',
  maxwidth,
  maxheight,
}: Readonly<Record<string, unknown>>): Problem | (EmbedRoom & { url: string }) {
  if (format !== 'json') return NOT_JSON;
  const room = { maxWidth: pixels(maxwidth), maxHeight: pixels(maxheight) };
  const isRoom = (maxwidth === undefined || room.maxWidth !== undefined) && (maxheight === undefined || room.maxHeight !== undefined);
  return typeof url === 'string' && isRoom ? { url, ...room } : NO_ADDRESS;
}

/** Pages may be shown inside any other; they run our scripts and nothing else. @see https://www.w3.org/TR/CSP3/ */
function pagePolicy(mediaOrigin: string): string {
  const media = `'self' ${mediaOrigin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${media}`,
    `connect-src ${media}`,
    `media-src ${media} blob:`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ');
}

/** The doors `/tracks/<id>`, `/secret/<secret>` and `/oembed`: tracks for people with a browser and no account, and for those who embed them. */
export function pageDoor({ findPage, grantStream, addresses, mediaOrigin }: PageDoorOptions) {
  const policy = pagePolicy(mediaOrigin);

  async function showPage(key: PageKey, address: string, reply: FastifyReply): Promise<FastifyReply> {
    const page = await findPage(key);
    if (!page) return sendProblem(reply, NO_SUCH_PAGE);
    const cache = 'secret' in key ? 'private, no-store' : `public, max-age=${PAGE_SECONDS}`;
    void reply.headers({ 'cache-control': cache, 'content-security-policy': policy, 'referrer-policy': 'no-referrer' });
    if ('secret' in key) void reply.header('x-robots-tag', 'noindex');
    return reply
      .header('x-content-type-options', 'nosniff')
      .type('text/html; charset=utf-8')
      .send(trackPage(page, address, addresses));
  }

  async function showStream(key: PageKey, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const page = await findPage(key);
    if (!page) return sendProblem(reply, NO_SUCH_PAGE);
    const stream = await grantStream(page.track, { userId: undefined, sessionId: undefined, clientAddress: request.ip });
    if (!stream) return sendProblem(reply, NOTHING_TO_HEAR);
    return reply.header('cache-control', 'private, no-store').send({ hlsUrl: stream.hlsUrl, expiresAt: stream.expiresAt });
  }

  async function describe({ query }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = embedQuery(query as Readonly<Record<string, unknown>>);
    if ('status' in asked) return sendProblem(reply, asked);
    const key = addresses.keyOf(asked.url);
    const page = key && (await findPage(key));
    if (!key || !page) return sendProblem(reply, NO_SUCH_PAGE);
    const address = 'secret' in key ? addresses.secretPage(key.secret) : addresses.page(page.track.id);
    void reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
    return reply.send(oembed(page, address, addresses, asked));
  }

  return async (server: FastifyInstance): Promise<void> => {
    server.get<{ Params: { id: string } }>('/tracks/:id', ({ params: { id } }, reply) =>
      showPage({ trackId: id }, addresses.page(id as `track_${string}`), reply),
    );
    server.get<{ Params: { id: string } }>('/tracks/:id/stream', (request, reply) =>
      showStream({ trackId: request.params.id }, request, reply),
    );
    // A secret stands in the address, so the framework writes no line about these requests.
    const silent = { logLevel: 'silent' } as const;
    server.get<{ Params: { secret: string } }>('/secret/:secret', silent, ({ params: { secret } }, reply) =>
      showPage({ secret }, addresses.secretPage(secret), reply),
    );
    server.get<{ Params: { secret: string } }>('/secret/:secret/stream', silent, (request, reply) =>
      showStream({ secret: request.params.secret }, request, reply),
    );
    server.get('/oembed', silent, describe);
  };
}
