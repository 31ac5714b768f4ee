import { graphqlError } from '@veza/graphql';
import type { Limits } from '@veza/guard';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Engine } from '../pipeline/engine.ts';
import type { Shedding } from '../overload/shedding.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { EventStreams } from '../subscriptions/sse.ts';
import { outcomeSender, send } from './answers.ts';
import { codeOfHttpFault } from './faults.ts';
import { originOf, refuseTwoTokens, requestOfGet, requestOfPost } from './graphql-request.ts';
import { addCors } from './headers.ts';
import { EVENT_STREAM, negotiate, wantsHtml, type MediaType, type Negotiated } from './negotiate.ts';
import type { AllowedOrigins } from './origins.ts';
import { writeError } from './write.ts';

/** What the route works with. */
export interface GraphqlRouteOptions {
  readonly engine: Engine;
  readonly streams: EventStreams;
  readonly mask: ErrorMask;
  readonly limits: Limits;
  readonly origins: AllowedOrigins;
  readonly shedding: Shedding;
  /** Whether answers are compressed for clients that accept it. */
  readonly compresses: boolean;
  /** Where a browser is sent that opens the address itself; undefined when there is no page. */
  readonly graphiqlPath: string | undefined;
}

const PATH = '/graphql';
const METHODS = 'GET, HEAD, POST';
const ALLOWED = `${METHODS}, OPTIONS`;
const MAX_URL_BYTES = 8 * 1024;
/** For the arrival of a body, once its head is here. */
const BODY_MS = 30_000;
const REFUSED_METHODS = ['DELETE', 'PATCH', 'PUT', 'TRACE'];
/** What errors are sent in that no answer was agreed upon for. */
const ERROR_TYPE: MediaType = 'application/json';

/** Drops a client that sends its body drop by drop. */
function limitBodyTime({ raw }: FastifyRequest): void {
  const timer = setTimeout(() => raw.destroy(), BODY_MS);
  raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
}

/** The type of an error: a client that takes streams only can read none, and gets JSON. */
function errorType(accept: string | undefined): MediaType {
  const type = negotiate(accept)?.answer;
  return type === undefined || type === EVENT_STREAM ? ERROR_TYPE : type;
}

/** Kinds of operation that may come this way: nothing is changed by GET, and a stream needs a client that takes one. */
function kindsFor({ method }: FastifyRequest, { isStreamWelcome }: Negotiated): readonly OperationTypeNode[] {
  const { QUERY, MUTATION, SUBSCRIPTION } = OperationTypeNode;
  return [QUERY, ...(method === 'POST' ? [MUTATION] : []), ...(isStreamWelcome && method !== 'HEAD' ? [SUBSCRIPTION] : [])];
}

/** @throws GraphQLError NOT_ACCEPTABLE */
function agreed({ method, headers }: FastifyRequest): Negotiated {
  const negotiated = negotiate(headers.accept);
  if (negotiated && (negotiated.answer !== EVENT_STREAM || method !== 'HEAD')) return negotiated;
  throw graphqlError('NOT_ACCEPTABLE', 'Answers come as application/graphql-response+json, application/json or text/event-stream.');
}

/** Mounts `/graphql`: one operation for each request, in and out as the GraphQL-over-HTTP draft says. */
export async function graphqlRoute(scope: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { engine, mask, limits, origins, shedding, streams, compresses, graphiqlPath } = options;
  const vary = compresses ? 'Accept, Accept-Encoding, Authorization, Origin' : 'Accept, Authorization, Origin';

  const sendOutcome = outcomeSender({ streams, compresses, maxErrorBytes: limits.errorBytes });
  const answer = async (request: FastifyRequest, reply: FastifyReply, read: typeof requestOfPost) => {
    const to = agreed(request);
    refuseTwoTokens(request);
    const asked = read(request, limits);
    const transport = to.answer === EVENT_STREAM ? 'sse' : 'http';
    const outcome = await engine.run(asked, originOf(request, reply, { kinds: kindsFor(request, to), transport }));
    return sendOutcome(request, reply, outcome, to);
  };

  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limits.bodyBytes }, (_request, body, done) => done(null, body));
  addCors(scope, origins, METHODS);
  scope.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'cache-control': 'no-store', vary });
    if (request.method === 'POST') limitBodyTime(request);
    const isTooLong = Buffer.byteLength(request.raw.url ?? '') > MAX_URL_BYTES;
    done(isTooLong ? Object.assign(graphqlError('CONTENT_TOO_LARGE', 'The URL is too long.'), { status: 414 }) : undefined);
  });
  // When nothing at all can be taken on, not even bodies are read.
  scope.addHook('onRequest', (_request, _reply, done) => done(shedding.refusalOf('essential', 'request')));
  scope.setErrorHandler((error, request, reply) => {
    const code = error instanceof GraphQLError ? undefined : codeOfHttpFault(error);
    const fault = mask(code ? graphqlError(code, 'The request cannot be read.') : error, request.id);
    const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
    return send(reply, writeError(fault, limits.errorBytes, status), errorType(request.headers.accept));
  });

  scope.post(PATH, (request, reply) => answer(request, reply, requestOfPost));
  scope.route({
    method: ['GET', 'HEAD'],
    url: PATH,
    handler: (request, reply) => {
      if (graphiqlPath !== undefined && wantsHtml(request.headers.accept)) return reply.redirect(graphiqlPath, 302);
      return answer(request, reply, requestOfGet);
    },
  });
  scope.options(PATH, (_request, reply) => reply.code(204).send());
  scope.route({
    method: REFUSED_METHODS,
    url: PATH,
    handler: (request, reply) => {
      const fault = mask(graphqlError('METHOD_NOT_ALLOWED', 'Operations come by POST or GET.'), request.id);
      return send(reply, { ...writeError(fault, limits.errorBytes), headers: { allow: ALLOWED } }, ERROR_TYPE);
    },
  });
}
