import type { BlobStore } from '@veza/blobs';
import type { Database } from '@veza/postgres';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { FindPage } from '../../application/page/find-page.ts';
import type { ListFeed } from '../../application/page/list-feed.ts';
import { sendProblem } from '../problem.ts';
import { type RangedBytes, sendRanged } from '../ranged-answer.ts';
import { etagOf, isKnown, NO_SUCH_FILE } from '../read-only-door.ts';
import { artistFeed } from './artist-feed.ts';
import type { PageAddresses } from './page-addresses.ts';
import { findWholeAudio, readWholeAudio, wholeAudioSizes } from './whole-audio.ts';

/** What the door stands on. */
export interface FeedDoorOptions {
  readonly listFeed: ListFeed;
  readonly findPage: FindPage;
  readonly addresses: PageAddresses;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly nowMs: () => number;
}

/** Seconds that readers may keep a feed, and caches a file whose track may become private. */
const FEED_SECONDS = 300;
const FOR_EVERYBODY = { 'cache-control': `public, max-age=${FEED_SECONDS}`, 'access-control-allow-origin': '*' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The doors `/artists/<id>/feed.xml` and `/tracks/<id>/audio.m4a`: what an artist makes, for readers of podcasts. */
export function feedDoor({ listFeed, findPage, addresses, database, blobs, nowMs }: FeedDoorOptions) {
  const wholeAudio = findWholeAudio(database);

  async function sendFeed(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    const feed = await listFeed(request.params.id);
    if (!feed) return sendProblem(reply, NO_SUCH_FILE);
    const xml = artistFeed(feed, await wholeAudioSizes(database, feed.tracks), addresses, new Date(nowMs()));
    const etag = etagOf({ sha256: sha256(xml) });
    void reply.headers({ etag, ...FOR_EVERYBODY });
    if (isKnown(request, etag)) return reply.code(304).send();
    return reply.type('application/rss+xml; charset=utf-8').send(xml);
  }

  async function sendAudio(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    const audio = (await findPage({ trackId: request.params.id }))?.track.audio;
    const whole = audio && (await wholeAudio(audio));
    if (!audio || !whole) return sendProblem(reply, NO_SUCH_FILE);
    const etag = etagOf({ sha256: sha256(audio.aid) });
    void reply.headers({ etag, 'accept-ranges': 'bytes', ...FOR_EVERYBODY });
    if (isKnown(request, etag)) return reply.code(304).send();
    const last = whole.byteSize - 1;
    const open: RangedBytes['open'] = async ({ start, end } = { start: 0, end: last }) => readWholeAudio(blobs, whole, start, end);
    return sendRanged(reply, { contentType: 'audio/mp4', byteSize: whole.byteSize, etag, open });
  }

  return async (server: FastifyInstance): Promise<void> => {
    server.get('/artists/:id/feed.xml', sendFeed);
    server.route({ method: ['GET', 'HEAD'], url: '/tracks/:id/audio.m4a', handler: sendAudio });
  };
}
