import type { BlobStore } from '@veza/blobs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { byteRange, type RangeAnswer } from '../../domain/stream/byte-range.ts';
import type { MediaRequest } from '@veza/media-token';
import type { FindServedFile, ServedFile } from './postgres-served-files.ts';
import { type Problem, sendProblem } from '../problem.ts';
import { etagOf, isKnown, NO_SUCH_FILE, openReadOnlyDoor } from '../read-only-door.ts';
import { segmentMemory } from './segment-memory.ts';
import { type MediaProblem, type MediaVerifier, verifyMediaRequest } from './verify-media-request.ts';

/** What the door stands on. */
export interface MediaDoorOptions extends MediaVerifier {
  readonly blobs: BlobStore;
  readonly findFile: FindServedFile;
  /** Told of every file that begins to be sent. */
  readonly onDelivery: (request: MediaRequest, at: Date) => void;
  /** The original of a version, for downloads. */
  readonly findOriginal: (aid: string) => Promise<ServedFile | undefined>;
  /** A file that came with a message. */
  readonly findAttachment: (aid: string) => Promise<ServedFile | undefined>;
}

const MEDIA_SECONDS = 3_600;
const PLAYLIST_SECONDS = 60;
/** Segments never change, so an edge may keep them for a year, behind its own check of the token. @see RFC 9213 */
const EDGE_SECONDS = 31_536_000;

const TITLES: Readonly<Record<MediaProblem, string>> = {
  MEDIA_TOKEN_INVALID: 'This address was not made here.',
  MEDIA_TOKEN_EXPIRED: 'This address has ended; ask for a new one.',
  MEDIA_TOKEN_REVOKED: 'This address is no longer valid.',
};
const UNSATISFIABLE: Problem = { status: 416, code: 'RANGE_NOT_SATISFIABLE', title: 'The file has no such part.' };

const isPlaylist = ({ file }: MediaRequest) => file.endsWith('.m3u8') || file.endsWith('.mpd');

function cacheHeaders(request: MediaRequest, nowMs: number): Readonly<Record<string, string>> {
  if (isPlaylist(request)) return { 'cache-control': `private, max-age=${PLAYLIST_SECONDS}` };
  const seconds = Math.max(0, Math.min(MEDIA_SECONDS, request.token.expiresAt - Math.floor(nowMs / 1000)));
  const edge = request.token.scope === 'f' && { 'cdn-cache-control': `max-age=${EDGE_SECONDS}` };
  return { 'cache-control': `private, max-age=${seconds}, immutable`, ...edge };
}

/**
 * What has a name is kept under it, and shown in a page only where we know that it is sound or a picture; whatever it holds, it runs nothing.
 * @see RFC 6266, RFC 8187
 */
function downloadHeaders({ filename, isShown = false }: ServedFile): Readonly<Record<string, string>> {
  if (filename === undefined) return {};
  const encoded = encodeURIComponent(filename).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded}`,
    'content-security-policy': 'sandbox',
  };
}

/** A part is only sent of the file that the client has begun; of another it gets the whole. @see RFC 9110 §13.1.5 */
function rangeOf({ headers, method }: FastifyRequest, file: ServedFile): RangeAnswer {
  const ifRange = headers['if-range'];
  const applies = method === 'GET' && (ifRange === undefined || ifRange === etagOf(file));
  return byteRange(applies ? headers.range : undefined, file.byteSize);
}

const partOf = (whole: Buffer, range: RangeAnswer): Buffer => (range.kind === 'part' ? whole.subarray(range.start, range.end + 1) : whole);

/**
 * The door `/m`: signed, cut into ranges, cacheable. The file is looked up by its name; nothing of the request becomes a path.
 * @see RFC 9110 §14 for ranges
 */
export function mediaDoor({ blobs, findFile, findOriginal, findAttachment, onDelivery, ...verifier }: MediaDoorOptions) {
  const readSegment = segmentMemory(blobs);
  const find = ({ aid, token: { scope }, file }: MediaRequest): Promise<ServedFile | undefined> => {
    if (scope === 'f') return findFile(aid, file);
    return scope === 'd' ? findOriginal(aid) : findAttachment(aid);
  };

  /** @param isKept whether others will ask for the file soon */
  async function sendBytes(reply: FastifyReply, file: ServedFile, range: RangeAnswer, isKept: boolean): Promise<FastifyReply> {
    if (range.kind === 'unsatisfiable') {
      return sendProblem(reply.header('content-range', `bytes */${file.byteSize}`), UNSATISFIABLE);
    }
    const isPart = range.kind === 'part';
    const byteSize = isPart ? range.end - range.start + 1 : file.byteSize;
    if (isPart) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.byteSize}`);
    void reply.type(file.contentType).header('content-length', byteSize);
    if (reply.request.method === 'HEAD') return reply.send();
    const whole = isKept ? await readSegment(file) : undefined;
    const bytes = whole ? partOf(whole, range) : await blobs.get(file.blobKey, isPart ? { range } : {});
    return bytes ? reply.send(bytes) : sendProblem(reply.removeHeader('content-length').removeHeader('content-range'), NO_SUCH_FILE);
  }

  async function read(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const verified = await verifyMediaRequest(request.raw.url ?? '', verifier);
    if (typeof verified === 'string') return sendProblem(reply, { status: 403, code: verified, title: TITLES[verified] });
    const file = await find(verified);
    if (!file) return sendProblem(reply, NO_SUCH_FILE);
    const described = { ...cacheHeaders(verified, verifier.nowMs()), ...downloadHeaders(file) };
    void reply.headers({ 'accept-ranges': 'bytes', etag: etagOf(file), ...described });
    if (isKnown(request, etagOf(file))) return reply.code(304).send();
    if (request.method === 'GET') onDelivery(verified, new Date(verifier.nowMs()));
    return sendBytes(reply, file, rangeOf(request, file), verified.token.scope === 'f');
  }

  // The token stands in the address, so the framework writes no line about these requests.
  return (server: FastifyInstance): Promise<void> => openReadOnlyDoor(server, { prefix: '/m', read, logLevel: 'silent' });
}
