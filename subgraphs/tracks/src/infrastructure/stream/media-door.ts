import type { BlobStore } from '@veza/blobs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MediaRequest } from '@veza/media-token';
import type { FindServedFile, ServedFile } from './postgres-served-files.ts';
import { sendProblem } from '../problem.ts';
import { type RangedBytes, sendRanged } from '../ranged-answer.ts';
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
  const openFile =
    (file: ServedFile, isKept: boolean): RangedBytes['open'] =>
    async (part) => {
      const whole = isKept ? await readSegment(file) : undefined;
      if (!whole) return blobs.get(file.blobKey, part ? { range: part } : {});
      return part ? whole.subarray(part.start, part.end + 1) : whole;
    };

  async function read(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const verified = await verifyMediaRequest(request.raw.url ?? '', verifier);
    if (typeof verified === 'string') return sendProblem(reply, { status: 403, code: verified, title: TITLES[verified] });
    const file = await find(verified);
    if (!file) return sendProblem(reply, NO_SUCH_FILE);
    const described = { ...cacheHeaders(verified, verifier.nowMs()), ...downloadHeaders(file) };
    const etag = etagOf(file);
    void reply.headers({ 'accept-ranges': 'bytes', etag, ...described });
    if (isKnown(request, etag)) return reply.code(304).send();
    if (request.method === 'GET') onDelivery(verified, new Date(verifier.nowMs()));
    return sendRanged(reply, { ...file, etag, open: openFile(file, verified.token.scope === 'f') });
  }

  // The token stands in the address, so the framework writes no line about these requests.
  return (server: FastifyInstance): Promise<void> => openReadOnlyDoor(server, { prefix: '/m', read, logLevel: 'silent' });
}
