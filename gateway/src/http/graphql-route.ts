import { graphqlError } from '@veza/graphql';
import type { Limits } from '@veza/guard';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { OperationRequest, RequestOrigin } from '../pipeline/context.ts';
import type { Engine } from '../pipeline/engine.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import { operationRequest, operationRequestFromUrl, parseJson } from './body.ts';
import { codeOfHttpFault } from './faults.ts';
import { addCors } from './headers.ts';
import { isJson, namesJson, negotiate, wantsHtml, type MediaType } from './negotiate.ts';
import type { AllowedOrigins } from './origins.ts';
import { writeError, writeOutcome, type HttpAnswer } from './write.ts';

/** What the route works with. */
export interface GraphqlRouteOptions {
  readonly engine: Engine;
  readonly mask: ErrorMask;
  readonly limits: Limits;
  readonly origins: AllowedOrigins;
  /** Where a browser is sent that opens the address itself; undefined when there is no page. */
  readonly graphiqlPath: string | undefined;
}

const PATH = '/graphql';
const METHODS = 'GET, POST';
const MAX_URL_BYTES = 8 * 1024;
/** For the arrival of a body, once its head is here. */
const BODY_MS = 30_000;
const REFUSED_METHODS = ['DELETE', 'HEAD', 'PATCH', 'PUT'];
const ANY_KIND = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION];
const QUERIES_ONLY = [OperationTypeNode.QUERY];
/** Headers that a web page can only send after a preflight: their presence shows that the request was meant. */
const PREFLIGHTED_HEADERS: readonly string[] = ['x-veza-client', 'apollo-require-preflight'];

const text = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);

/** Drops a client that sends its body drop by drop. */
function limitBodyTime({ raw }: FastifyRequest): void {
  const timer = setTimeout(() => raw.destroy(), BODY_MS);
  raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
}

/** Aborts when the client goes away before the answer is written. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

function originOf(request: FastifyRequest, reply: FastifyReply, kinds: readonly OperationTypeNode[]): RequestOrigin {
  const { headers } = request;
  return {
    transport: 'http',
    requestId: request.id,
    authorization: headers.authorization,
    kinds,
    signal: goneSignal(reply),
    clientAddress: request.ip,
    idempotencyKey: text(headers['idempotency-key']),
    userAgent: headers['user-agent'],
    client: text(headers['x-veza-client']),
  };
}

/** Node keeps only the first of several `Authorization` headers, so the raw ones are counted. */
function refuseTwoTokens({ raw, headers }: FastifyRequest): void {
  if (headers.authorization === undefined) return;
  let count = 0;
  for (let index = 0; index < raw.rawHeaders.length; index += 2) {
    if (raw.rawHeaders[index]!.toLowerCase() === 'authorization') count += 1;
  }
  if (count > 1) throw graphqlError('BAD_REQUEST', 'There is more than one Authorization header.');
}

/** A page elsewhere can make a browser send a GET; it cannot make it name JSON or one of these headers. */
function refuseForgedGet({ headers }: FastifyRequest): void {
  if (namesJson(headers.accept) || PREFLIGHTED_HEADERS.some((name) => headers[name] !== undefined)) return;
  throw graphqlError('BAD_REQUEST', 'A GET needs an Accept header that names JSON, or the header x-veza-client.');
}

function requestOfPost(request: FastifyRequest, limits: Limits): OperationRequest {
  const { body, headers } = request;
  if (!isJson(headers['content-type'])) throw graphqlError('UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8.');
  return operationRequest(parseJson(Buffer.isBuffer(body) ? body : Buffer.alloc(0), limits));
}

function requestOfGet(request: FastifyRequest, limits: Limits): OperationRequest {
  refuseForgedGet(request);
  return operationRequestFromUrl(request.raw.url ?? '', limits);
}

function send(reply: FastifyReply, { status, headers, body }: HttpAnswer, mediaType: MediaType): FastifyReply {
  reply.code(status).headers(headers);
  return reply.header('content-type', `${mediaType}; charset=utf-8`).send(body);
}

/** Mounts `/graphql`: one operation for each request, in and out as the GraphQL-over-HTTP draft says. */
export async function graphqlRoute(scope: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { engine, mask, limits, origins, graphiqlPath } = options;

  const answer = async (request: FastifyRequest, reply: FastifyReply, read: typeof requestOfPost, kinds: readonly OperationTypeNode[]) => {
    const mediaType = negotiate(request.headers.accept);
    if (!mediaType) throw graphqlError('NOT_ACCEPTABLE', 'Answers come as application/graphql-response+json or application/json.');
    refuseTwoTokens(request);
    const outcome = await engine.run(read(request, limits), originOf(request, reply, kinds));
    if (outcome.kind === 'streaming') throw new Error('a stream has no place in an HTTP answer');
    return send(reply, writeOutcome(outcome, mediaType, limits.errorBytes), mediaType);
  };

  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limits.bodyBytes }, (_request, body, done) => done(null, body));
  addCors(scope, origins, METHODS);
  scope.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'cache-control': 'no-store', vary: 'Accept, Authorization, Origin' });
    if (request.method === 'POST') limitBodyTime(request);
    const isTooLong = Buffer.byteLength(request.raw.url ?? '') > MAX_URL_BYTES;
    done(isTooLong ? Object.assign(graphqlError('CONTENT_TOO_LARGE', 'The URL is too long.'), { status: 414 }) : undefined);
  });
  scope.setErrorHandler((error, request, reply) => {
    const code = error instanceof GraphQLError ? undefined : codeOfHttpFault(error);
    const fault = mask(code ? graphqlError(code, 'The request cannot be read.') : error, request.id);
    const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
    return send(reply, writeError(fault, limits.errorBytes, status), negotiate(request.headers.accept) ?? 'application/json');
  });

  scope.post(PATH, (request, reply) => answer(request, reply, requestOfPost, ANY_KIND));
  scope.get(PATH, { exposeHeadRoute: false }, (request, reply) => {
    if (graphiqlPath !== undefined && wantsHtml(request.headers.accept)) return reply.redirect(graphiqlPath, 302);
    return answer(request, reply, requestOfGet, QUERIES_ONLY);
  });
  scope.options(PATH, (_request, reply) => reply.code(204).send());
  scope.route({
    method: REFUSED_METHODS,
    url: PATH,
    handler: (request, reply) => {
      const fault = mask(graphqlError('METHOD_NOT_ALLOWED', 'Operations come by POST or GET.'), request.id);
      return send(reply, { ...writeError(fault, limits.errorBytes), headers: { allow: METHODS } }, 'application/json');
    },
  });
}
