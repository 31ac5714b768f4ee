/** Every limit of a request, by the name that an answer's `limit.name` and the variable `VEZA_LIMIT_<NAME>` use. At the limit passes, one more is refused. */
export interface Limits {
  /** Names and values of all request headers, and the URL. Bytes. */
  readonly headerBytes: number;
  /** Request body. Bytes. */
  readonly bodyBytes: number;
  /** One message of a client on a WebSocket. Bytes. */
  readonly socketMessageBytes: number;
  /** Nesting of lists and objects in a JSON body. Levels. */
  readonly jsonDepth: number;
  /** Lexical tokens of a document, comments left out. */
  readonly tokens: number;
  /** Nested fields with fragments flattened, introspection left out. Levels. */
  readonly depth: number;
  /** Nested fields from `__schema` or `__type` on. Levels. */
  readonly introspectionDepth: number;
  /** Aliased fields with fragments flattened. */
  readonly aliases: number;
  /** Fields at the root of the operation with fragments flattened. */
  readonly rootFields: number;
  /** Directives with fragments flattened. */
  readonly directives: number;
  /** `first` and `last` of a connection. Items; infinite where these arguments may mean something else. */
  readonly pageSize: number;
  /** Ids in one `nodes` call. */
  readonly nodeIds: number;
  /** Static cost of an operation. Points; infinite when cost is off. */
  readonly cost: number;
  /** Requests to subgraphs in one plan. */
  readonly fetches: number;
  /** Wall time of planning. Milliseconds. */
  readonly planningMs: number;
  /** From the arrival of a request to its answer. Milliseconds. */
  readonly executionMs: number;
  /** How late the event loop may be before usual work is refused, unimportant work earlier and important work later. Milliseconds. */
  readonly eventLoopDelayMs: number;
  /** Representations in one `_entities` call; more are split. */
  readonly representations: number;
  /** Answer of one subgraph call. Bytes. */
  readonly subgraphAnswerBytes: number;
  /** Nesting of lists and objects in a subgraph's answer. Levels. */
  readonly subgraphAnswerDepth: number;
  /** Data merged from all subgraphs. Bytes. */
  readonly mergedBytes: number;
  /** Validation errors in one answer; further ones are cut. */
  readonly validationErrors: number;
  /** Body of an answer that holds errors only. Bytes. */
  readonly errorBytes: number;
  /** From the opening of a WebSocket to `connection_init`. Milliseconds. */
  readonly initWaitMs: number;
  /** Live operations on one socket. */
  readonly socketOperations: number;
  /** Open sockets and event streams of one person. */
  readonly userSockets: number;
  /** Open sockets and event streams from one household or host: an IPv4 address, or the first 64 bits of an IPv6 one. */
  readonly addressSockets: number;
  /** Messages that a client may send on a socket at once. */
  readonly socketMessageBurst: number;
  /** Messages that a client may send on a socket over time. Per second. */
  readonly socketMessagesPerSecond: number;
}

/** The name of a limit. */
export type LimitName = keyof Limits;

const KIB = 1_024;
const MIB = 1_024 * KIB;

/** What holds unless something else is configured. The largest client document needs 211 tokens, depth 9 and 1,901 points at page size 100. */
export const defaultLimits: Limits = Object.freeze({
  headerBytes: 16 * KIB,
  bodyBytes: 256 * KIB,
  socketMessageBytes: 64 * KIB,
  jsonDepth: 64,
  tokens: 2_000,
  depth: 12,
  introspectionDepth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 50,
  pageSize: 100,
  nodeIds: 100,
  cost: 5_000,
  fetches: 100,
  planningMs: 1_000,
  executionMs: 10_000,
  eventLoopDelayMs: 200,
  representations: 100,
  subgraphAnswerBytes: 16 * MIB,
  subgraphAnswerDepth: 64,
  mergedBytes: 32 * MIB,
  validationErrors: 20,
  errorBytes: 64 * KIB,
  initWaitMs: 3_000,
  socketOperations: 50,
  userSockets: 20,
  addressSockets: 200,
  socketMessageBurst: 100,
  socketMessagesPerSecond: 20,
});

/** `LIMITS=loose`: for foreign supergraphs and measurements, never for a public address. */
export const looseLimits: Limits = Object.freeze({
  ...defaultLimits,
  tokens: 100_000,
  depth: 100,
  aliases: 10_000,
  rootFields: 10_000,
  directives: 10_000,
  pageSize: Number.POSITIVE_INFINITY,
  nodeIds: Number.POSITIVE_INFINITY,
  cost: Number.POSITIVE_INFINITY,
  fetches: 10_000,
  planningMs: 10_000,
  executionMs: 60_000,
  // A field may be a list of lists, and entities come in a list of their own.
  subgraphAnswerDepth: 256,
  eventLoopDelayMs: 2_000,
});

/** The environment variable that sets one limit, e.g. `bodyBytes` → `VEZA_LIMIT_BODY_BYTES`. */
export function limitVariable(name: LimitName): string {
  return `VEZA_LIMIT_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
