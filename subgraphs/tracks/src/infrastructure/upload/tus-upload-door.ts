import { MemoryLocker, Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type Problem, sendProblem } from '../problem.ts';
import type { TusUploadStore } from './tus-upload-store.ts';
import type { UploadCapability } from './upload-capability.ts';

const TUS_VERSION = '1.0.0';
const PATCH_TYPE = 'application/offset+octet-stream';
const METHODS = ['OPTIONS', 'HEAD', 'PATCH', 'DELETE'];
/** How long a request waits for the one before it to let go of the upload. */
const LOCK_TIMEOUT_MS = 10_000;
/** How long a request that is asked to let go may take to write down what it has. */
const DRAIN_MS = 1_000;

const PROBLEMS: Readonly<Record<number, Omit<Problem, 'status'>>> = {
  400: { code: 'BAD_REQUEST', title: 'This is not a request of tus 1.0, or it was cut off.' },
  404: { code: 'NOT_FOUND', title: 'There is no such upload.' },
  405: { code: 'METHOD_NOT_ALLOWED', title: 'Uploads are created by the mutation createUpload.' },
  409: { code: 'CONFLICT', title: 'The upload is not at this offset, or it is in use.' },
  410: { code: 'UPLOAD_EXPIRED', title: 'This upload is over.' },
  412: { code: 'TUS_VERSION_UNSUPPORTED', title: 'Send Tus-Resumable: 1.0.0.' },
  413: { code: 'CONTENT_TOO_LARGE', title: 'These are more bytes than were announced.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', title: `Send bytes as ${PATCH_TYPE}.` },
  423: { code: 'UPLOAD_LOCKED', title: 'Another request is writing to this upload.' },
  507: { code: 'INSUFFICIENT_STORAGE', title: 'There is no room for these bytes at present.' },
};
const UNEXPECTED = { code: 'INTERNAL_SERVER_ERROR', title: 'The upload failed; ask for its offset and go on.' };

const problemOf = (status: number): Problem => ({ status, ...(PROBLEMS[status] ?? UNEXPECTED) });

/** What can be refused without looking at the upload. */
function earlyRefusal({ method, headers }: FastifyRequest): number | undefined {
  if (!METHODS.includes(method)) return 405;
  if (method === 'OPTIONS') return undefined;
  if (headers['tus-resumable'] !== TUS_VERSION) return 412;
  return method === 'PATCH' && headers['content-type'] !== PATCH_TYPE ? 415 : undefined;
}

function refuse(reply: FastifyReply, status: number): FastifyReply {
  if (status === 405) void reply.header('allow', METHODS.join(', '));
  if (status === 412) void reply.header('tus-version', TUS_VERSION);
  return sendProblem(reply.header('tus-resumable', TUS_VERSION), problemOf(status));
}

/** The request as the tus server reads it; its body is passed through as it comes. */
function webRequest({ method, url, headers, raw }: FastifyRequest): Request {
  const given = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []));
  const body = method === 'PATCH' ? (Readable.toWeb(raw) as ReadableStream<Uint8Array>) : null;
  return new Request(new URL(url, 'http://uploads.invalid'), { method, headers: given, body, duplex: 'half' });
}

/** Status of a lock that was not free in time, which the tus server calls an error of its own. */
const LOCK_TIMEOUT = /failed to acquire lock/;
const MISSING_OFFSET = /Upload-Offset header required/;
/** Status of the tus server for a header of an extension that it does not announce. */
const NOT_IMPLEMENTED = 501;

function statusOf(status: number, text: string): number {
  if (status === 500 && LOCK_TIMEOUT.test(text)) return 423;
  if (status === NOT_IMPLEMENTED) return 400;
  return status === 403 && MISSING_OFFSET.test(text) ? 400 : status;
}

/** The tus server behind the door. The newer of two writers cuts the older one off, then goes on from what is stored. */
function tusServer(store: TusUploadStore, capability: UploadCapability): Server {
  return new Server({
    path: '/uploads',
    datastore: store,
    locker: new MemoryLocker({ acquireLockTimeout: LOCK_TIMEOUT_MS }),
    lockDrainTimeout: DRAIN_MS,
    getFileIdFromRequest: (_request, segment = '') => capability.idOf(segment),
    async onUploadFinish(_request, upload) {
      await store.finish(upload.id);
      return {};
    },
  });
}

/**
 * The door `/uploads`: tus 1.0 for uploads that `createUpload` announced, so POST is 405. A wrong address is 404 like an absent upload.
 * Refusals are `application/problem+json`.
 * @see https://tus.io/protocols/resumable-upload
 */
export function tusUploadDoor(store: TusUploadStore, capability: UploadCapability) {
  const tus = tusServer(store, capability);

  /** The tus server counts from the creation, and leaves it out of HEAD; it moves with every byte. */
  async function tellExpiry({ url, method }: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (method !== 'HEAD' && method !== 'PATCH') return;
    const id = capability.idOf(url.split('?', 1)[0]!.slice('/uploads/'.length));
    const expiry = id && (await store.expiryOf(id));
    if (expiry) void reply.header('upload-expires', expiry.toUTCString());
    else void reply.removeHeader('upload-expires');
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const early = earlyRefusal(request);
    if (early) return refuse(reply, early);
    const response = await tus.handleWeb(webRequest(request));
    if (response.status >= 400) return refuse(reply, statusOf(response.status, await response.text()));
    for (const [name, value] of response.headers) void reply.header(name, value);
    await tellExpiry(request, reply);
    if (request.method === 'OPTIONS') void reply.header('access-control-allow-methods', METHODS.join(', '));
    return reply.code(response.status).send();
  }

  return async (server: FastifyInstance): Promise<void> => {
    await server.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      scope.all('/uploads', answer);
      scope.all('/uploads/*', answer);
    });
  };
}
