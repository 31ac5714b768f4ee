import { join, resolve } from 'node:path';
import type { SigningKey } from '@veza/auth';
import { onOff, readConfig, SERVER_VARIABLES } from '@veza/config';
import { defaultLimits, looseLimits, type Limits } from '@veza/guard';
import { z } from 'zod';
import { limitShape, withSingleLimits } from './configuration/limit-variables.ts';
import { headerNames, labels, namedSubgraphs, origins, type NamedSubgraph } from './configuration/lists.ts';
import { rate } from './configuration/rate.ts';
import { signingKeyText } from './configuration/signing-key-text.ts';
import type { ExecutorKind } from './supergraph/executors.ts';
import { addressOf, addressShape, type SubgraphAddress } from './configuration/subgraph-addresses.ts';
import type { DocumentMode } from './pipeline/documents.ts';
import { DEFAULT_RATES, type RateLimits } from './plugins/rate-limits.ts';

const MAX_PROXY_HOPS = 10;
const MAX_DRAIN_DELAY_SECONDS = 300;
/** Longer than load balancers take to see that an instance is not ready any more. */
const DRAIN_DELAY_SECONDS = 10;

/** The variables with names of their own. */
const VARIABLES = z.object({
  ...SERVER_VARIABLES,
  SUPERGRAPH: z.string().min(1).optional(),
  SUPERGRAPH_SOURCE: z.enum(['file', 'introspect']).default('file'),
  VEZA_SUBGRAPHS: namedSubgraphs.optional(),
  AUTH: onOff.default('on'),
  VEZA_AUTH_OFF_IN_PRODUCTION: z.enum(['yes', 'no']).default('no'),
  VEZA_FORWARD_HEADERS: headerNames.default(['authorization']),
  VEZA_JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
  VEZA_INTERNAL_SIGNING_KEY: signingKeyText.optional(),
  LIMITS: z.enum(['default', 'loose']).default('default'),
  EXECUTOR: z.enum(['own', 'reference']).default('own'),
  VEZA_SHADOW_PERCENT: z.coerce.number().min(0).max(100).default(0),
  VEZA_DEDUPE: onOff.default('on'),
  VEZA_BATCH: onOff.default('on'),
  VEZA_DOCUMENTS: z.enum(['open', 'hybrid', 'only']).default('open'),
  VEZA_COMPRESSION: onOff.default('on'),
  VEZA_OVERRIDE_LABELS: labels.default([]),
  VEZA_RATE_USER: rate.default(DEFAULT_RATES.user),
  VEZA_RATE_ANONYMOUS: rate.default(DEFAULT_RATES.anonymous),
  VEZA_DATA_DIR: z.string().min(1).optional(),
  VEZA_INTROSPECTION: onOff.optional(),
  VEZA_GRAPHIQL: onOff.optional(),
  VEZA_ALLOWED_ORIGINS: origins.default([]),
  VEZA_TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(MAX_PROXY_HOPS).default(0),
  VEZA_DRAIN_DELAY: z.coerce.number().min(0).max(MAX_DRAIN_DELAY_SECONDS).optional(),
});

type Given = z.output<typeof VARIABLES>;

/** A rule between variables: the one to blame and what is wrong with it. */
type Rule = readonly [isBroken: (given: Given) => boolean, variable: keyof Given, problem: string];

const inProduction = ({ VEZA_ENV }: Given): boolean => VEZA_ENV === 'production';

const RULES: readonly Rule[] = [
  [(given) => given.VEZA_OPS_PORT !== undefined && given.PORT === given.VEZA_OPS_PORT, 'VEZA_OPS_PORT', 'must be another port than PORT'],
  [(given) => inProduction(given) && given.VEZA_OPS_PORT === undefined, 'VEZA_OPS_PORT', 'is required in production'],
  [(given) => inProduction(given) && given.VEZA_PUBLIC_URL === undefined, 'VEZA_PUBLIC_URL', 'is required in production'],
  [
    (given) => inProduction(given) && given.AUTH === 'off' && given.VEZA_AUTH_OFF_IN_PRODUCTION === 'no',
    'AUTH',
    'may be off in production only with VEZA_AUTH_OFF_IN_PRODUCTION=yes',
  ],
  [
    (given) => inProduction(given) && given.SUPERGRAPH_SOURCE === 'introspect',
    'SUPERGRAPH_SOURCE',
    'may be introspect in development only',
  ],
  [
    (given) => given.SUPERGRAPH_SOURCE === 'introspect' && given.VEZA_SUBGRAPHS === undefined,
    'VEZA_SUBGRAPHS',
    'is required with SUPERGRAPH_SOURCE=introspect',
  ],
  [
    (given) => given.EXECUTOR === 'reference' && given.VEZA_SHADOW_PERCENT > 0,
    'VEZA_SHADOW_PERCENT',
    'compares with EXECUTOR=reference, so it needs EXECUTOR=own',
  ],
  [(given) => given.AUTH === 'off' && given.VEZA_DOCUMENTS !== 'open', 'VEZA_DOCUMENTS', 'must be open with AUTH=off'],
  [(given) => given.AUTH === 'on' && given.VEZA_JWKS_URL === undefined, 'VEZA_JWKS_URL', 'is required unless AUTH=off'],
  [
    (given) => given.AUTH === 'on' && given.VEZA_INTERNAL_SIGNING_KEY === undefined,
    'VEZA_INTERNAL_SIGNING_KEY',
    'is required unless AUTH=off',
  ],
];

/** The shape with the variables whose names depend on the environment. Their values are looked up by name. */
const shapeFor = (env: NodeJS.ProcessEnv): typeof VARIABLES =>
  VARIABLES.extend({ ...limitShape(env), ...addressShape(env) }) as unknown as typeof VARIABLES;

/** Names of the variables, for the table in the README; those with a part that depends on the supergraph have `<NAME>` for it. */
export const GATEWAY_VARIABLES: readonly string[] = [
  ...Object.keys(VARIABLES.shape),
  'VEZA_LIMIT_<NAME>',
  'SUBGRAPH_URL_<NAME>',
  'SUBGRAPH_WS_URL_<NAME>',
];

/** Where the supergraph comes from: a file that is watched, or subgraphs that are asked and composed. */
export type SupergraphOrigin =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'introspect'; readonly subgraphs: readonly NamedSubgraph[] };

/** Who is asking: told by tokens, and may ask so much over time; or nobody's business here and passed on in headers. */
export type IdentityConfig =
  | { readonly kind: 'tokens'; readonly jwksUrl: string; readonly internalKey: SigningKey; readonly rates: Omit<RateLimits, 'limiter'> }
  | { readonly kind: 'forwarded'; readonly headers: readonly string[] };

/** The configuration of a gateway that is a process of its own. */
export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  /** Port for operators; undefined keeps their pages on `port`, for loopback callers only. */
  readonly opsPort: number | undefined;
  readonly environment: 'development' | 'production';
  /** Undefined means `http://localhost:<port>`. */
  readonly publicUrl: string | undefined;
  readonly supergraph: SupergraphOrigin;
  readonly identity: IdentityConfig;
  readonly limits: Limits;
  readonly executor: ExecutorKind;
  /** Queries of a hundred that are run a second time by the reference executor. */
  readonly shadowPercent: number;
  /** Whether equal fetches under way at the same time are sent once. */
  readonly dedupe: boolean;
  /** Whether fetches of entities of several requests go out together. */
  readonly batch: boolean;
  /** Where plans are kept from one start to the next; undefined keeps them in memory only. */
  readonly planCacheFolder: string | undefined;
  /** Who may send documents of their own: everybody, people who are signed in, or nobody. */
  readonly documents: DocumentMode;
  readonly compression: boolean;
  /** Labels of `@override` without a percentage that hold. */
  readonly overrideLabels: readonly string[];
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly allowedOrigins: readonly string[];
  readonly trustedProxyHops: number;
  /** Milliseconds between the end of readiness and the end of service. */
  readonly drainDelayMs: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly addressOf: (subgraph: string) => SubgraphAddress;
}

/** Where the process runs. */
export interface Surroundings {
  /** What a relative path begins at. */
  readonly workingDirectory: string;
  /** The supergraph of the repository. */
  readonly ownSupergraph: string;
}

function supergraphOrigin({ SUPERGRAPH, SUPERGRAPH_SOURCE, VEZA_SUBGRAPHS = [] }: Given, around: Surroundings): SupergraphOrigin {
  if (SUPERGRAPH_SOURCE === 'introspect') return { kind: 'introspect', subgraphs: VEZA_SUBGRAPHS };
  return { kind: 'file', path: SUPERGRAPH === undefined ? around.ownSupergraph : resolve(around.workingDirectory, SUPERGRAPH) };
}

function identityOf(given: Given): IdentityConfig {
  if (given.AUTH === 'off') return { kind: 'forwarded', headers: given.VEZA_FORWARD_HEADERS };
  const rates = { user: given.VEZA_RATE_USER, anonymous: given.VEZA_RATE_ANONYMOUS };
  return { kind: 'tokens', jwksUrl: given.VEZA_JWKS_URL!, internalKey: given.VEZA_INTERNAL_SIGNING_KEY!, rates };
}

const isOn = (given: 'on' | 'off' | undefined, unset: boolean): boolean => (given === undefined ? unset : given === 'on');

/** Reads the environment. Throws `InvalidConfig` with one message that names every bad variable and shows no value. */
export function gatewayConfig(env: NodeJS.ProcessEnv, around: Surroundings): GatewayConfig {
  const shape = RULES.reduce(
    (rules, [isBroken, variable, error]) => rules.refine((given) => !isBroken(given), { path: [variable], error, when: () => true }),
    shapeFor(env),
  );
  const given = readConfig(shape, env);
  const isProduction = inProduction(given);
  const drainDelaySeconds = given.VEZA_DRAIN_DELAY ?? (isProduction ? DRAIN_DELAY_SECONDS : 0);
  return Object.freeze({
    port: given.PORT,
    host: given.HOST,
    opsPort: given.VEZA_OPS_PORT,
    environment: isProduction ? 'production' : 'development',
    publicUrl: given.VEZA_PUBLIC_URL?.replace(/\/$/, ''),
    supergraph: supergraphOrigin(given, around),
    identity: identityOf(given),
    limits: withSingleLimits(given.LIMITS === 'loose' ? looseLimits : defaultLimits, given),
    executor: given.EXECUTOR,
    shadowPercent: given.VEZA_SHADOW_PERCENT,
    dedupe: given.VEZA_DEDUPE === 'on',
    batch: given.VEZA_BATCH === 'on',
    planCacheFolder: given.VEZA_DATA_DIR === undefined ? undefined : join(resolve(around.workingDirectory, given.VEZA_DATA_DIR), 'plans'),
    documents: given.VEZA_DOCUMENTS,
    compression: given.VEZA_COMPRESSION === 'on',
    overrideLabels: given.VEZA_OVERRIDE_LABELS,
    introspection: isOn(given.VEZA_INTROSPECTION, !isProduction),
    graphiql: isOn(given.VEZA_GRAPHIQL, !isProduction),
    allowedOrigins: given.VEZA_ALLOWED_ORIGINS,
    trustedProxyHops: given.VEZA_TRUST_PROXY_HOPS,
    drainDelayMs: drainDelaySeconds * 1000,
    logLevel: given.VEZA_LOG_LEVEL,
    addressOf: addressOf(given),
  });
}
