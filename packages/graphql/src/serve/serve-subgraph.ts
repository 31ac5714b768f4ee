import type { Caller } from '@veza/auth';
import { type Clock, systemClock } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import mercurius from 'mercurius';
import { errorCodes, type ErrorCode } from '../error-codes.ts';
import { canCompile } from '../execution/can-compile.ts';
import { graphqlError } from '../graphql-error.ts';
import type { RequestMeta, Subgraph, SubgraphContext } from '../subgraph.ts';
import { answerOf } from './answer.ts';
import { isJsonContentType, readJsonBodies } from './json-body.ts';
import { internalToken, readRequestHeaders } from './request-headers.ts';
import { guardSubscriptions, subscriptionOptions } from './subscriptions.ts';

const PATH = '/graphql';
/** Above the 30 s for which the gateway keeps idle sockets, so that it is never the one that finds them closed. Milliseconds. */
const KEEP_ALIVE_MS = 72_000;
/** A batch of representations is larger than what a client may send. Bytes. */
const BODY_BYTES = 4 * 1_024 * 1_024;

/** How a subgraph is reached. */
export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Who sends a token, or undefined when it is not valid; asked before the body is read. */
  readonly verifyInternalToken: (token: string) => Promise<Caller | undefined>;
  readonly log: Log;
  readonly clock?: Clock;
}

/** A subgraph that answers on a socket. */
export interface ServedSubgraph {
  /** Address of its GraphQL door, HTTP and (with `ws:`) graphql-transport-ws. */
  readonly url: string;
  /** Stops accepting, ends live subscriptions, resolves when the last answer is out. */
  close(): Promise<void>;
}

/** Requests that have shown who they are. */
type KnownRequests = WeakMap<FastifyRequest, RequestMeta>;

function refuse(reply: FastifyReply, code: ErrorCode, message: string): FastifyReply {
  const { extensions } = graphqlError(code, message);
  return reply.code(errorCodes[code].status).send({ errors: [{ message, extensions }] });
}

/** A signal that aborts when the asker hangs up before the answer is out. */
function hangUpSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

const isUpgrade = ({ method, headers }: FastifyRequest) => method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket';

/** Identity first: nothing of a body is read before its token is verified. Operations on a socket bring a token each instead. */
function identify({ verifyInternalToken, log, clock = systemClock }: ServeOptions, known: KnownRequests) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (isUpgrade(request)) return undefined;
    // The schema with which mercurius writes answers turns numbers in error paths into strings.
    // An own serializer takes the content type with it.
    reply.type('application/json; charset=utf-8').serializer((answer: unknown) => JSON.stringify(answer));
    const token = internalToken(request.headers);
    try {
      const caller = token === undefined ? undefined : await verifyInternalToken(token);
      if (!caller) return refuse(reply, 'UNAUTHENTICATED', 'the request carries no valid internal token');
      known.set(request, readRequestHeaders(request.headers, { caller, now: clock(), signal: hangUpSignal(reply) }));
    } catch (error) {
      log.warn('graphql.token-unverifiable', { error });
      return refuse(reply, 'SUBGRAPH_UNAVAILABLE', 'internal tokens cannot be verified now');
    }
    if (request.method !== 'POST') return refuse(reply.header('allow', 'POST'), 'METHOD_NOT_ALLOWED', 'only POST is answered here');
    if (!isJsonContentType(request.headers['content-type']))
      return refuse(reply, 'UNSUPPORTED_MEDIA_TYPE', 'only JSON in UTF-8 is read here');
    return undefined;
  };
}

function requestIdOf(context: object): string {
  return (context as Partial<SubgraphContext>).request?.requestId ?? '';
}

/** mercurius compiles repeated documents; a changed document, even one that is the same, it leaves to graphql-js. */
function compileOnlyWhatCompiles() {
  const answers = new WeakMap<DocumentNode, boolean>();
  return (schema: GraphQLSchema, document: DocumentNode) => {
    const compiles = answers.get(document) ?? canCompile(schema, document);
    answers.set(document, compiles);
    return compiles ? {} : { document };
  };
}

async function graphqlDoor(server: FastifyInstance, subgraph: Subgraph, options: ServeOptions): Promise<void> {
  const { clock = systemClock, verifyInternalToken, log } = options;
  const known: KnownRequests = new WeakMap();
  server.addHook('onRequest', identify(options, known));
  readJsonBodies(server);
  await server.register(mercurius, {
    schema: subgraph.schema,
    path: PATH,
    jit: 1,
    context: (request) => ({ ...subgraph.context(known.get(request)!) }),
    errorFormatter: (execution, context) => answerOf(subgraph.schema, execution, requestIdOf(context)),
    subscription: subscriptionOptions({ subgraph, verifyInternalToken, log, clock }),
  });
  server.graphql.addHook('preExecution', compileOnlyWhatCompiles());
  guardSubscriptions(server, subgraph.schema);
}

/**
 * Serves a subgraph to the gateway: POST and graphql-transport-ws on `/graphql`, every operation with an internal token; beside it the
 * subgraph's own doors, which guard themselves.
 */
export async function serveSubgraph(subgraph: Subgraph, options: ServeOptions): Promise<ServedSubgraph> {
  const server = fastify({
    logger: false,
    bodyLimit: BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  server.setNotFoundHandler((_request, reply) => refuse(reply, 'NOT_FOUND', 'there is nothing here'));
  await server.register((scope) => graphqlDoor(scope, subgraph, options));
  const { routes } = subgraph;
  if (routes) await server.register((scope) => routes(scope));
  const address = await server.listen({ port: options.port, host: options.host });
  return { url: `${address}${PATH}`, close: () => server.close() };
}
