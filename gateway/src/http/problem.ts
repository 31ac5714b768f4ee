import { errorCodes, type ErrorCode } from '@veza/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';

const TITLES: Partial<Record<ErrorCode, string>> = {
  BAD_REQUEST: 'The request is malformed',
  CONTENT_TOO_LARGE: 'The request is too large',
  METHOD_NOT_ALLOWED: 'The method is not allowed here',
  NOT_FOUND: 'There is nothing here',
  UNSUPPORTED_MEDIA_TYPE: 'The content type is not supported',
};

/**
 * Answers an error outside GraphQL.
 * @see RFC 9457
 */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, code: ErrorCode): FastifyReply {
  const { status } = errorCodes[code];
  const body = { type: 'about:blank', title: TITLES[code] ?? 'Something went wrong', status, code, requestId: request.id };
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
}
