import type { Caller } from '@veza/auth';
import type { Clock } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import type { FastifyInstance } from 'fastify';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, validate } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { graphqlError } from '../graphql-error.ts';
import { maskResult } from '../mask-result.ts';
import type { Subgraph, SubgraphContext } from '../subgraph.ts';
import { operationContext } from './operation-context.ts';
import { type HeaderFields, internalToken, readRequestHeaders } from './request-headers.ts';

/** The only subprotocol that is spoken. @see https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
const SUBPROTOCOL = 'graphql-transport-ws';

/** What the sockets of a subgraph need. */
export interface SubscriptionOptions {
  readonly subgraph: Subgraph;
  readonly verifyInternalToken: (token: string) => Promise<Caller | undefined>;
  readonly log: Log;
  readonly clock: Clock;
}

/** What mercurius' context holds beside ours once an operation or its socket has introduced itself. */
interface SocketContext extends Partial<SubgraphContext> {
  /** The payload from which the identity was read. */
  readonly introduction?: unknown;
  /** The payload of the socket's `connection_init`. */
  readonly _connectionInit?: unknown;
}

/** Only the gateway opens sockets here: it speaks one subprotocol and, unlike a browser, names no origin. */
function verifyClient({ req }: { readonly req: IncomingMessage }, next: (isWelcome: boolean, status?: number) => void): void {
  const protocols = (req.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  if (req.headers.origin !== undefined) next(false, 403);
  else next(protocols.length === 1 && protocols[0] === SUBPROTOCOL, 400);
}

const isFields = (payload: unknown): payload is HeaderFields => typeof payload === 'object' && payload !== null;

/** The caller that a payload proves; nobody when the keys to check it with cannot be had. */
async function callerOf(payload: HeaderFields, { verifyInternalToken, log, subgraph }: SubscriptionOptions): Promise<Caller | undefined> {
  const token = internalToken(payload);
  try {
    return token === undefined ? undefined : await verifyInternalToken(token);
  } catch (error) {
    log.warn('graphql.token-unverifiable', { subgraph: subgraph.name, error });
    return undefined;
  }
}

/**
 * Reads the identity of one operation from its `connectionInit` extension. Always answers an object, which becomes part of the context:
 * for `true` mercurius would go on with the identity of the socket, and for `false` it would answer an error without a code.
 */
function introduce(options: SubscriptionOptions) {
  const { subgraph, clock } = options;
  return async ({ payload }: { readonly payload?: unknown }): Promise<object> => {
    const caller = isFields(payload) ? await callerOf(payload, options) : undefined;
    if (!caller || !isFields(payload)) return { caller: undefined, introduction: undefined };
    const controller = new AbortController();
    const request = readRequestHeaders(payload, { caller, now: clock(), signal: controller.signal });
    return { ...operationContext(subgraph, request, () => controller.abort(), clock), introduction: payload };
  };
}

/** mercurius' option `subscription`. */
export function subscriptionOptions(options: SubscriptionOptions) {
  return { verifyClient, onConnect: introduce(options) };
}

/** The identity rides on the operation: one that only the socket gave, when it was opened, does not count. */
function refuseStrangers({ caller, introduction, _connectionInit }: SocketContext): void {
  if (!caller || introduction === undefined || introduction === _connectionInit) {
    throw graphqlError('UNAUTHENTICATED', 'the operation carries no valid internal token');
  }
}

function refuseInvalid(schema: GraphQLSchema, document: DocumentNode): void {
  const [error] = validate(schema, document);
  if (error) throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

/** What mercurius leaves out on its sockets: identity, validation, masked events. */
export function guardSubscriptions(server: FastifyInstance, schema: GraphQLSchema): void {
  server.graphql.addHook('preSubscriptionExecution', (_schema, document, context: object) => {
    refuseStrangers(context as SocketContext);
    refuseInvalid(schema, document);
    return Promise.resolve();
  });
  server.graphql.addHook('onSubscriptionResolution', (execution: ExecutionResult, context: object) => {
    Object.assign(execution, maskResult(schema, execution, (context as SubgraphContext).request.requestId));
    return Promise.resolve();
  });
}
