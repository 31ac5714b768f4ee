import type { Caller } from '@veza/auth';
import type { Span } from '@veza/telemetry';
import type { GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { Cancellation } from '../transport/cancellation.ts';
import type { JsonObject } from '../transport/port.ts';
import type { HeaderFields } from './forwarded-headers.ts';
import type { Prepared } from './prepared.ts';
import type { Throttle } from './throttle.ts';

/** A GraphQL request as a client sends it, whatever carried it here. */
export interface OperationRequest {
  /** Text of the document; undefined when it is asked for by an id or a hash. */
  readonly query: string | undefined;
  /** Id of a trusted document: `sha256:` and 64 hex digits. */
  readonly documentId?: string | undefined;
  /** SHA-256 of the text, 64 hex digits in lower case, as Apollo's automatic persisted queries send it. */
  readonly persistedHash?: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: JsonObject | undefined;
}

/** How the request came in. */
export interface RequestOrigin {
  readonly transport: 'http' | 'sse' | 'websocket';
  readonly requestId: string;
  /** The `Authorization` header; undefined on a socket, whose caller is known since `connection_init`. */
  readonly authorization?: string | undefined;
  /** The caller of a socket. */
  readonly caller?: Caller;
  /** Headers as they came; on a socket those of its upgrade, with the payload of `connection_init` over them. */
  readonly headers?: HeaderFields;
  /** Whether its points were taken before: a stream that goes on over a reload is prepared anew. */
  readonly isPaid?: boolean;
  /** Kinds of operation that this transport and method carry. */
  readonly kinds: readonly OperationTypeNode[];
  /** Aborts when the client is gone or has had enough. */
  readonly signal: Cancellation;
  readonly clientAddress?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly userAgent?: string | undefined;
  /** `x-veza-client`: name and version of the client. */
  readonly client?: string | undefined;
  /** The place in a client's trace that the operation is part of; well-formed. */
  readonly traceparent?: string | undefined;
}

/** What the plugins of the pipeline work on; one for each operation. */
export interface OperationContext {
  readonly request: OperationRequest;
  readonly origin: RequestOrigin;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Set by `use-tracing`: the operation as a part of a trace. */
  span?: Span;
  /** Set by `use-authentication`. */
  caller: Caller;
  /** Set by `use-documents`: the text, whether it is one of our own clients', and the hash under which it may be kept. */
  text?: string;
  isTrusted?: boolean;
  newHash?: string;
  /** Set while the document is prepared, which is done in several turns of the event loop; envelop's own steps cannot wait. */
  preparing?: Promise<void>;
  /** Set once the document is known to be good; else `documentErrors` says why it is not. */
  prepared?: Prepared;
  documentErrors?: readonly GraphQLFormattedError[];
  /** Coerced, with the literals of the document among them. */
  variables?: JsonObject;
  /** Set by `use-cost-limit`: points of static cost. */
  cost?: number;
  /** Set by `use-rate-limit`: what the caller had left after the operation was paid, or when it was refused. */
  throttle?: Throttle;
  /** Set by `use-rate-limit`: points that were taken for the operation. */
  takenPoints?: number;
}
