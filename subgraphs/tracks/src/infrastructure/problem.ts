import type { FastifyReply } from 'fastify';

/** A refusal of a door that is not GraphQL. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
}

/** Answers with `application/problem+json`, never to be cached, readable by any page. @see RFC 9457 */
export function sendProblem(reply: FastifyReply, { status, code, title }: Problem): FastifyReply {
  const body = { type: 'about:blank', title, status, code, requestId: reply.request.id };
  return reply
    .code(status)
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
}
