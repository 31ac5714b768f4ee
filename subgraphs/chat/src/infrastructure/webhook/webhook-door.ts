import { toId } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { WEBHOOK_PATH } from '../../application/webhook/issued-webhook.ts';
import type { PostAsWebhook } from '../../application/webhook/post-as-webhook.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import { webhookRequest } from './webhook-request.ts';

/** Most bytes of a body: 4,000 characters, escaped as JSON may, and something around them. */
const BODY_BYTES = 64 * 1024;

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly retryAfterMs?: number;
}

const NOT_FOUND: Problem = { status: 404, code: 'NOT_FOUND', title: 'There is no such webhook.' };
const UNSUPPORTED: Problem = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', title: 'The body is application/json.' };
const TOO_LARGE: Problem = { status: 413, code: 'CONTENT_TOO_LARGE', title: `The body has at most ${BODY_BYTES} bytes.` };
const METHOD: Problem = { status: 405, code: 'METHOD_NOT_ALLOWED', title: 'Messages come by POST.' };

/** Answers with `application/problem+json`. @see RFC 9457 */
function refuse(reply: FastifyReply, { status, code, title, retryAfterMs }: Problem): FastifyReply {
  if (retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  const body = {
    type: 'about:blank',
    title,
    status,
    code,
    requestId: reply.request.id,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
  return reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(body));
}

function problemOf(failure: ChatFailure): Problem {
  if (failure.code === 'NOT_FOUND') return NOT_FOUND;
  if (failure.code === 'RATE_LIMITED') return { status: 429, code: failure.code, title: 'Too often.', retryAfterMs: failure.retryAfterMs };
  return { status: 400, code: failure.code, title: failure.message ?? 'The message cannot be taken.' };
}

interface Asked {
  readonly Params: { readonly id: string; readonly secret: string };
  readonly Querystring: { readonly wait?: string };
}

/**
 * The door `/webhooks/chat/<id>/<secret>`: JSON `{content, username?, nonce?}` by POST. 204, or with `?wait=true` 200 and the message's id.
 * An unknown webhook and a wrong secret are the same 404. Addresses hold secrets, so the door writes nothing of a request into any log.
 */
export function webhookDoor({ post, log }: { readonly post: PostAsWebhook; readonly log: Log }) {
  const answer = async (request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> => {
    if (typeof request.body !== 'string') return refuse(reply, UNSUPPORTED);
    const { id, secret } = request.params;
    const asked = webhookRequest(request.body);
    if (!asked.ok) return refuse(reply, { status: 400, code: 'INVALID', title: asked.error });
    const posted = await post({ webhookId: toId('webhook', id), secret, ...asked.value });
    if (!posted.ok) return refuse(reply, problemOf(posted.error));
    reply.header('cache-control', 'no-store');
    return request.query.wait === 'true' ? reply.send({ id: posted.value }) : reply.code(204).send();
  };

  return async (server: FastifyInstance): Promise<void> => {
    await server.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: BODY_BYTES }, (_request, body, done) =>
        done(null, body),
      );
      scope.setErrorHandler((error: { readonly code?: string; readonly statusCode?: number }, _request, reply) => {
        if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, TOO_LARGE);
        if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse(reply, UNSUPPORTED);
        if (error.statusCode !== undefined && error.statusCode < 500)
          return refuse(reply, { status: error.statusCode, code: 'BAD_REQUEST', title: 'The request cannot be read.' });
        log.error('chat.webhook-failed', { error });
        return refuse(reply, { status: 500, code: 'INTERNAL_SERVER_ERROR', title: 'Something went wrong here.' });
      });
      const options = { logLevel: 'silent', bodyLimit: BODY_BYTES } as const;
      scope.post<Asked>(`${WEBHOOK_PATH}/:id/:secret`, options, answer);
      scope.route({
        method: ['GET', 'PUT', 'PATCH', 'DELETE'],
        url: `${WEBHOOK_PATH}/:id/:secret`,
        ...options,
        handler: (_request, reply) => refuse(reply.header('allow', 'POST'), METHOD),
      });
    });
  };
}
