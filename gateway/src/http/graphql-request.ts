import { graphqlError } from '@veza/graphql';
import type { Limits } from '@veza/guard';
import { readTraceParent } from '@veza/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OperationRequest, RequestOrigin } from '../pipeline/context.ts';
import { type Cancellation, canceller } from '../transport/cancellation.ts';
import { operationRequest, operationRequestFromUrl, parseJson } from './body.ts';
import { inflatedBody } from './inflated-body.ts';
import { isJson, namesOurTypes } from './negotiate.ts';

/** Headers that a web page can only send after a preflight: their presence shows that the request was meant. */
const PREFLIGHTED_HEADERS: readonly string[] = ['x-veza-client', 'apollo-require-preflight'];
const EMPTY = Buffer.alloc(0);

const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);

/** Aborts when the client goes away before the answer is written. */
function clientGone({ raw }: FastifyReply): Cancellation {
  const gone = canceller();
  raw.on('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone;
}

/** What a request tells of its client. @param how it is to be answered, and which kinds of operation may come this way */
export function originOf(request: FastifyRequest, reply: FastifyReply, how: Pick<RequestOrigin, 'transport' | 'kinds'>): RequestOrigin {
  const { headers } = request;
  return {
    transport: how.transport,
    kinds: how.kinds,
    requestId: request.id,
    authorization: headers.authorization,
    headers,
    signal: clientGone(reply),
    clientAddress: request.ip,
    idempotencyKey: single(headers['idempotency-key']),
    userAgent: headers['user-agent'],
    client: single(headers['x-veza-client']),
    traceparent: readTraceParent(headers['traceparent']) && single(headers['traceparent']),
  };
}

/**
 * Node keeps only the first of several `Authorization` headers, so the raw ones are counted.
 * @throws GraphQLError BAD_REQUEST
 */
export function refuseTwoTokens({ raw, headers }: FastifyRequest): void {
  if (headers.authorization === undefined) return;
  let count = 0;
  for (let index = 0; index < raw.rawHeaders.length; index += 2) {
    if (raw.rawHeaders[index]!.toLowerCase() === 'authorization') count += 1;
  }
  if (count > 1) throw graphqlError('BAD_REQUEST', 'There is more than one Authorization header.');
}

/** A page elsewhere can make a browser send a GET; a link, an image or a form cannot name our types, and no page may send these headers unasked. */
function refuseForgedGet({ headers }: FastifyRequest): void {
  if (namesOurTypes(headers.accept) || PREFLIGHTED_HEADERS.some((name) => headers[name] !== undefined)) return;
  throw graphqlError('BAD_REQUEST', 'A GET needs an Accept header that names JSON, or the header x-veza-client.');
}

/**
 * Reads the body of a POST.
 * @throws GraphQLError UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE, BAD_REQUEST
 */
export function requestOfPost({ body, headers }: FastifyRequest, limits: Limits): OperationRequest {
  if (!isJson(headers['content-type'])) throw graphqlError('UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8.');
  const bytes = Buffer.isBuffer(body) ? body : EMPTY;
  const coding = headers['content-encoding'];
  return operationRequest(parseJson(coding === undefined ? bytes : inflatedBody(bytes, coding, limits.bodyBytes), limits));
}

/**
 * Reads the URL of a GET.
 * @throws GraphQLError BAD_REQUEST
 */
export function requestOfGet(request: FastifyRequest, limits: Limits): OperationRequest {
  refuseForgedGet(request);
  return operationRequestFromUrl(request.raw.url ?? '', limits);
}
