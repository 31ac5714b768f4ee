import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, sendProblem } from './problem.ts';

const METHODS = ['GET', 'HEAD', 'OPTIONS'];
const PREFLIGHT_SECONDS = 86_400;
const ETAG_CHARACTERS = 32;
const NOT_ALLOWED: Problem = { status: 405, code: 'METHOD_NOT_ALLOWED', title: 'Media can only be read.' };

/** Headers of every answer: any page and any player may read it, none may guess its type. */
const COMMON = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Range, Content-Length, Accept-Ranges, ETag',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const PREFLIGHT = {
  'access-control-allow-methods': METHODS.join(', '),
  'access-control-allow-headers': 'Range, If-Range, If-None-Match',
  'access-control-max-age': String(PREFLIGHT_SECONDS),
};

/** Refusal of everything that is not there. */
export const NO_SUCH_FILE: Problem = { status: 404, code: 'NOT_FOUND', title: 'There is no such file.' };

/** Strong validator of a file. @param sha256 lower-case hex @see RFC 9110 §8.8.3 */
export const etagOf = ({ sha256 }: { readonly sha256: string }): string => `"${sha256.slice(0, ETAG_CHARACTERS)}"`;

/** Whether the client has this very file. @see RFC 9110 §13.1.2 */
export function isKnown({ headers }: FastifyRequest, etag: string): boolean {
  return (headers['if-none-match'] ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}

/** How a door is opened. */
export interface ReadOnlyDoor {
  /** Everything below it belongs to the door, e.g. `/m`. */
  readonly prefix: string;
  /** Answers GET and HEAD. */
  readonly read: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  /** `silent` where the address holds a secret, which must not stand in the log. */
  readonly logLevel?: 'silent';
}

/** A door to files that anybody may read from anywhere, and nobody may write to. */
export async function openReadOnlyDoor(server: FastifyInstance, { prefix, read, logLevel }: ReadOnlyDoor): Promise<void> {
  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    void reply.headers(COMMON);
    if (request.method === 'OPTIONS') return reply.code(204).headers(PREFLIGHT).send();
    if (!METHODS.includes(request.method)) return sendProblem(reply.header('allow', METHODS.join(', ')), NOT_ALLOWED);
    return read(request, reply);
  }

  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const method = [...METHODS, 'POST', 'PUT', 'PATCH', 'DELETE'];
    scope.route({ method, url: `${prefix}/*`, ...(logLevel && { logLevel }), handler });
  });
}
