import { graphqlError } from '@veza/graphql';
import type { Limits } from '@veza/guard';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Engine } from '../pipeline/engine.ts';
import type { Shedding } from '../overload/shedding.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import { encodeBody, type EncodedBody } from './compression.ts';
import { codeOfHttpFault } from './faults.ts';
import { originOf, refuseTwoTokens, requestOfGet, requestOfPost } from './graphql-request.ts';
import { addCors } from './headers.ts';
import { EVENT_STREAM, negotiate, wantsHtml, type MediaType } from './negotiate.ts';
import type { AllowedOrigins } from './origins.ts';
import { writeError, writeOutcome, type HttpAnswer } from './write.ts';

/** What the route works with. */
export interface GraphqlRouteOptions {
  readonly engine: Engine;
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
const ANY_KIND = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION];
const QUERIES_ONLY = [OperationTypeNode.QUERY];
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

function send(reply: FastifyReply, { status, headers, body }: Omit<HttpAnswer, 'body'> & Pick<EncodedBody, 'body'>, mediaType: MediaType) {
  reply.code(status).headers(headers);
  return reply.header('content-type', `${mediaType}; charset=utf-8`).send(body);
}

/** Sends an answer in the coding that the client prefers. */
async function sendCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: HttpAnswer,
  mediaType: MediaType,
): Promise<FastifyReply> {
  const { body, coding } = await encodeBody(answer.body, request.headers['accept-encoding']);
  if (coding) reply.header('content-encoding', coding);
  return send(reply, { ...answer, body }, mediaType);
}

/** Mounts `/graphql`: one operation for each request, in and out as the GraphQL-over-HTTP draft says. */
export async function graphqlRoute(scope: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { engine, mask, limits, origins, shedding, compresses, graphiqlPath } = options;
  const vary = compresses ? 'Accept, Accept-Encoding, Authorization, Origin' : 'Accept, Authorization, Origin';

  const answer = async (request: FastifyRequest, reply: FastifyReply, read: typeof requestOfPost, kinds: readonly OperationTypeNode[]) => {
    const mediaType = negotiate(request.headers.accept)?.answer;
    if (mediaType === undefined || mediaType === EVENT_STREAM) {
      throw graphqlError('NOT_ACCEPTABLE', 'Answers come as application/graphql-response+json or application/json.');
    }
    refuseTwoTokens(request);
    const outcome = await engine.run(await read(request, limits), originOf(request, reply, kinds));
    if (outcome.kind === 'streaming') throw new Error('a stream has no place in an HTTP answer');
    const written = writeOutcome(outcome, mediaType, limits.errorBytes);
    return compresses ? sendCompressed(request, reply, written, mediaType) : send(reply, written, mediaType);
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

  scope.post(PATH, (request, reply) => answer(request, reply, requestOfPost, ANY_KIND));
  scope.route({
    method: ['GET', 'HEAD'],
    url: PATH,
    handler: (request, reply) => {
      if (graphiqlPath !== undefined && wantsHtml(request.headers.accept)) return reply.redirect(graphiqlPath, 302);
      return answer(request, reply, requestOfGet, QUERIES_ONLY);
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
