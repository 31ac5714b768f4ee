import type { Caller } from '@veza/auth';
import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { Cancellation } from './cancellation.ts';

/** Plain JSON. Objects from subgraphs are untrusted: own keys only. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** An operation for one subgraph, prepared once per plan and sent many times. */
export interface SubgraphOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string | undefined;
  /** The text as the planner wrote it. */
  readonly text: string;
  readonly document: DocumentNode;
}

/**
 * What travels with every call to a subgraph. Whoever makes one on the way of each request names every member (`EveryMember`):
 * a copy by spread to which members are added takes Node 20 microseconds for each of them.
 */
export interface CallMeta {
  readonly caller: Caller;
  readonly requestId: string;
  /** Epoch milliseconds after which the answer is worthless. */
  readonly deadlineAt: number;
  readonly signal: Cancellation;
  readonly clientAddress?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The place in a trace that the call is part of. @see https://www.w3.org/TR/trace-context */
  readonly traceparent?: string | undefined;
  /** The variables as JSON, where whoever calls has them as text already: a transport that sends text need not write them again. */
  readonly variablesJson?: (() => string) | undefined;
  /** Headers that a foreign supergraph's subgraphs are to see as they came (`AUTH=off`). */
  readonly forwardedHeaders?: Readonly<Record<string, string>> | undefined;
}

/** Every member of a `CallMeta`, those that may be absent too. */
export type EveryMember = { readonly [Member in keyof Required<CallMeta>]: CallMeta[Member] };

/** The same call, with another deadline. @param deadlineAt epoch milliseconds */
export function withDeadline(meta: CallMeta, deadlineAt: number): EveryMember {
  const { caller, requestId, signal, clientAddress, idempotencyKey, userAgent, traceparent, variablesJson, forwardedHeaders } = meta;
  return { caller, requestId, deadlineAt, signal, clientAddress, idempotencyKey, userAgent, traceparent, variablesJson, forwardedHeaders };
}

/** Where an answer tells its length. A symbol, so that nothing that a subgraph sends can be taken for it. */
export const byteSize = Symbol('byteSize');

/** An answer as a subgraph gives it. */
export interface SubgraphAnswer {
  /** Bytes of the JSON that it came as; absent where it came as no text. */
  readonly [byteSize]?: number | undefined;
  readonly data?: JsonObject | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * How a call failed, for those who decide what counts against a subgraph and what may be sent again.
 * `unreachable`: no byte of an answer came. `unavailable`: status 502, 503 or 504. `broken`: another 5xx, or an answer that was cut off.
 * `refused`: status 401 or 403. `late`: no answer in time. `invalid`: an answer that is none. `cancelled`: nobody waits any more.
 * `held-back`: it was not sent, because the subgraph is known to be ill or too much is sent to it already.
 */
export type FailureKind = 'unreachable' | 'unavailable' | 'broken' | 'refused' | 'late' | 'invalid' | 'cancelled' | 'held-back';

const USUAL_KINDS = { SUBGRAPH_UNAVAILABLE: 'broken', SUBGRAPH_INVALID_RESPONSE: 'invalid', OPERATION_TIMEOUT: 'late' } as const;

/** The subgraph could not be asked, or did not answer in time or in form. */
export class SubgraphFailure extends Error {
  readonly code: keyof typeof USUAL_KINDS;
  readonly kind: FailureKind;
  /** @param options `kind`: what usually stands behind the code, unless it is known better */
  constructor(code: SubgraphFailure['code'], message: string, { kind, ...options }: ErrorOptions & { readonly kind?: FailureKind } = {}) {
    super(message, options);
    this.code = code;
    this.kind = kind ?? USUAL_KINDS[code];
  }
}

/** How the gateway reaches one subgraph: in-process or over HTTP and WebSocket. Both pass the same tests. */
export interface SubgraphTransport {
  /** Whether the subgraph lives in this process: it cannot be away while the gateway is there. False when absent. */
  readonly isLocal?: boolean;
  /** Rejects only with `SubgraphFailure`; errors of the subgraph's own execution are in the answer. */
  call(operation: SubgraphOperation, variables: JsonObject, meta: CallMeta): Promise<SubgraphAnswer>;
  /** One upstream subscription. Ends when `meta.signal` aborts; rejects with `SubgraphFailure` when the subgraph is lost. */
  subscribe(operation: SubgraphOperation, variables: JsonObject, meta: CallMeta): AsyncIterable<SubgraphAnswer>;
  close(): Promise<void>;
}
