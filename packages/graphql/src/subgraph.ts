import type { Caller } from '@veza/auth';
import type { BackgroundTask } from '@veza/kernel';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';

/** What comes with every request, whatever carried it here. */
export interface RequestMeta {
  readonly caller: Caller;
  readonly requestId: string;
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadlineAt: number;
  /** Aborts when the asker is gone. Stops reads and subscriptions, never a running mutation. */
  readonly signal: AbortSignal;
  /** Network address of the client as the edge saw it, for rate limits; absent on service calls. */
  readonly clientAddress?: string | undefined;
  /** The `Idempotency-Key` header, which a retrying client repeats. */
  readonly idempotencyKey?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The place in a trace that the request is part of. @see https://www.w3.org/TR/trace-context */
  readonly traceparent?: string | undefined;
}

/** Every resolver's context holds at least the request. */
export interface SubgraphContext {
  readonly request: RequestMeta;
  readonly caller: Caller;
}

/** One bounded context: a schema, the loops beside it and its own HTTP doors. The same value serves in-process and over a socket. */
export interface Subgraph<Context extends SubgraphContext = SubgraphContext> {
  readonly name: string;
  /** Executable; carries the access checks and the batched `_entities`. */
  readonly schema: GraphQLSchema;
  /** A fresh context with fresh loaders; one per request, and one per event of a subscription. */
  readonly context: (request: RequestMeta) => Context;
  /** HTTP doors of this subgraph beside GraphQL, e.g. `/uploads`; mounted on the public port. */
  readonly routes?: (server: FastifyInstance) => Promise<void>;
  /** Loops that the composition root starts and stops. */
  readonly background: Readonly<Record<string, BackgroundTask>>;
}
