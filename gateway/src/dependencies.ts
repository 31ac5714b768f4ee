import type { AccessTokenVerifier, RevocationSet } from '@veza/auth';
import type { Limits } from '@veza/guard';
import type { Clock } from '@veza/kernel';
import type { Log, Metrics, Tracing } from '@veza/telemetry';
import type { FastifyInstance } from 'fastify';
import type { GraphiqlTab } from './http/graphiql/document.ts';
import type { Overload } from './overload/overload.ts';
import type { PriorityOf } from './overload/priority.ts';
import type { DocumentMode, TrustedDocuments } from './pipeline/documents.ts';
import type { Planner } from './plan/planner.ts';
import type { RateLimits } from './plugins/rate-limits.ts';
import type { SocketTiming } from './subscriptions/timing.ts';
import type { TransportSource } from './supergraph/open-transports.ts';
import type { ExecutorKind } from './supergraph/executors.ts';
import type { PlannerOf } from './supergraph/planners.ts';
import type { SupergraphSource } from './supergraph/source.ts';

/** GraphiQL and where its bundled files are kept from one start to the next. */
export interface GraphiqlDependencies {
  readonly tabs: readonly GraphiqlTab[];
  /** A folder that may be written and deleted; by default inside `node_modules/.cache`. */
  readonly cacheFolder?: string;
}

/** What a gateway is made of; everything that reaches outside comes in here. */
export interface GatewayDependencies {
  readonly supergraphSdl: string;
  /** Where the supergraph comes from: it is served anew when it changes there. Without one it stays what it is. */
  readonly source?: SupergraphSource;
  /** How its subgraphs are reached. */
  readonly transports: TransportSource;
  /** Without one every caller is anonymous, every token is refused and the access self-test is left out. */
  readonly verifier?: AccessTokenVerifier;
  /**
   * Names of headers, in lower case, that subgraphs see as they came. With them nobody's identity is checked here, nor is `@access`:
   * that is the subgraphs' business (`AUTH=off`).
   */
  readonly forwardHeaders?: readonly string[];
  readonly revocations?: RevocationSet;
  readonly limits: Limits;
  /** Without them nobody is limited over time. In development, callers of this machine without a token are not limited either. */
  readonly rateLimits?: RateLimits;
  /** Documents that clients may ask for by id, and who may send texts of their own; everybody unless given. */
  readonly documents?: { readonly mode: DocumentMode; readonly trusted: TrustedDocuments };
  /** Whether answers of 1 KiB and more are compressed for clients that accept it; they are unless it is said not to. */
  readonly compression?: boolean;
  /** HTTP doors of subgraphs, mounted beside GraphQL, each in a scope of its own. */
  readonly routes?: readonly ((server: FastifyInstance) => Promise<void>)[];
  /** How important root fields are when there is too much to do; all are alike unless given. */
  readonly priorityOf?: PriorityOf;
  /** Says when there is too much to do; looks at the event loop and the heap of this process unless given. */
  readonly overload?: Overload;
  /** The public keys of access tokens. */
  readonly jwks?: () => Promise<object>;
  readonly graphiql?: GraphiqlDependencies | false;
  /** Whether everybody may introspect; else only staff with `platform:operate`. */
  readonly introspection: boolean;
  /** Origins of web pages that may talk to the gateway, beside its own. */
  readonly allowedOrigins: readonly string[];
  readonly publicUrl: string;
  /** Port for operators; without one they are answered on the public port, from this machine only. */
  readonly opsPort?: number;
  /** Proxies between the internet and here whose `X-Forwarded-For` entry is believed; 0 by default. */
  readonly trustedProxyHops?: number;
  readonly environment: 'development' | 'production';
  readonly clock: Clock;
  /** Labels of `@override` without a percentage that hold; none by default. */
  readonly overrideLabels?: readonly string[];
  /** From 0 up to 1; spreads clients that have to come back, and decides who gets a field from its new subgraph. */
  readonly random?: () => number;
  readonly newRequestId: () => string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Without one nothing is traced. */
  readonly tracing?: Tracing;
  /** Milliseconds between the end of readiness and the end of service, for balancers to notice; 0 by default. */
  readonly drainDelayMs?: number;
  /** Milliseconds over which sockets are sent away at the end; 0 by default: all at once. */
  readonly drainMs?: number;
  /** Milliseconds that requests in flight get at the end before their connections are cut; default 15,000. */
  readonly finishMs?: number;
  readonly socketTiming?: SocketTiming;
  /** A planner of this supergraph that was started already, because that takes most of a second; the gateway closes it. */
  readonly planner?: Planner;
  /** Whether equal fetches under way at the same time are sent once; true by default. */
  readonly dedupe?: boolean;
  /** Whether fetches of entities of several requests go out together; true by default. */
  readonly batch?: boolean;
  /** Which executor runs plans; the gateway's own unless given. */
  readonly executor?: ExecutorKind;
  /** Queries of a hundred that the reference executor runs a second time after they were answered, to compare; 0 by default. */
  readonly shadowPercent?: number;
  /** A folder where plans are kept, so that a restart plans nothing; without one they are kept in memory only. */
  readonly planCacheFolder?: string;
  /** Starts the planner of each supergraph, in the place of a thread. */
  readonly plannerOf?: PlannerOf;
}
