import type { ByteRange } from '@veza/blobs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { byteRange, type RangeAnswer } from '../domain/stream/byte-range.ts';
import { type Problem, sendProblem } from './problem.ts';
import { NO_SUCH_FILE } from './read-only-door.ts';

/** Bytes that may be sent in parts. */
export interface RangedBytes {
  readonly contentType: string;
  readonly byteSize: number;
  /** Strong validator, see `etagOf`. */
  readonly etag: string;
  /** The bytes of a part, or all of them; undefined when they are gone. */
  readonly open: (part: ByteRange | undefined) => Promise<Readable | Buffer | undefined>;
}

const UNSATISFIABLE: Problem = { status: 416, code: 'RANGE_NOT_SATISFIABLE', title: 'The file has no such part.' };

/** A part is only sent of the file that the client has begun; of another it gets the whole, as it does to HEAD. @see RFC 9110 §13.1.5, §14.2 */
function rangeOf({ method, headers }: FastifyRequest, { etag, byteSize }: RangedBytes): RangeAnswer {
  const { range, 'if-range': ifRange = etag } = headers;
  return byteRange(method === 'GET' && ifRange === etag ? range : undefined, byteSize);
}

/**
 * Answers GET and HEAD with the whole or the one part that was asked for: 200, 206 or 416.
 * @see RFC 9110 §15.3.7, §15.5.17
 */
export async function sendRanged(reply: FastifyReply, ranged: RangedBytes): Promise<FastifyReply> {
  const { contentType, byteSize, open } = ranged;
  const range = rangeOf(reply.request, ranged);
  if (range.kind === 'unsatisfiable') return sendProblem(reply.header('content-range', `bytes */${byteSize}`), UNSATISFIABLE);
  const part = range.kind === 'part' ? { start: range.start, end: range.end } : undefined;
  if (part) void reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${byteSize}`);
  void reply.type(contentType).header('content-length', part ? part.end - part.start + 1 : byteSize);
  if (reply.request.method === 'HEAD') return reply.send();
  const bytes = await open(part);
  return bytes ? reply.send(bytes) : sendProblem(reply.removeHeader('content-length').removeHeader('content-range'), NO_SUCH_FILE);
}
