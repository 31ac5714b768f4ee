import type { ConstDirectiveNode, ConstValueNode } from 'graphql';
import type { Caller, Scope } from './caller.ts';

/** How a field or an entity is guarded; weakest first, where an order makes sense. */
export type AccessLevel = 'PUBLIC' | 'VIEWER' | 'OWNER' | 'STAFF' | 'DOMAIN' | 'INTERNAL';

/** What an `@access` directive says. */
export interface Access {
  readonly level: AccessLevel;
  /** OWNER: scopes that pass without being the owner. STAFF: scopes of which one is needed. Else empty. */
  readonly scopes: readonly Scope[];
  /** Name of the rule that decides: a function of parent and context for OWNER, a check inside the use case for DOMAIN. */
  readonly rule: string | undefined;
}

/**
 * What a token alone can tell. `RULE`: the named rule has the last word.
 * `UNAUTHENTICATED` and `FORBIDDEN` are the codes of the refusal.
 */
export type AccessDecision = 'PASS' | 'RULE' | 'UNAUTHENTICATED' | 'FORBIDDEN';

const LEVELS: ReadonlySet<string> = new Set<AccessLevel>(['PUBLIC', 'VIEWER', 'OWNER', 'STAFF', 'DOMAIN', 'INTERNAL']);
const SCOPE_NAMES: Readonly<Record<Scope, true>> = {
  'audit:read': true,
  'content:remove': true,
  'disputes:resolve': true,
  'keys:rotate': true,
  'ledger:read': true,
  'moderation:read': true,
  'moderation:resolve': true,
  'orders:read': true,
  'payouts:approve': true,
  'platform:operate': true,
  'roles:grant': true,
  'security:read': true,
  'sessions:revoke': true,
  'users:read': true,
  'users:suspend': true,
};

/** Every scope there is, sorted. */
export const ALL_SCOPES: readonly Scope[] = Object.freeze(Object.keys(SCOPE_NAMES) as Scope[]);

/** Whether a text from a token or from SDL names a scope. */
export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPE_NAMES, text);
}

function textOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === 'StringValue' ? value.value : undefined;
}

function scopesOf(value: ConstValueNode | undefined): readonly Scope[] {
  const items = value?.kind === 'ListValue' ? value.values : value && value.kind !== 'NullValue' ? [value] : [];
  return items.map((item) => {
    const scope = textOf(item) ?? '';
    if (!isScope(scope)) throw new Error(`@access names the unknown scope "${scope}"`);
    return scope;
  });
}

/** Refuses combinations that would pass nobody or everybody by accident. */
function checked(access: Access): Access {
  const { level, scopes, rule } = access;
  if (level === 'STAFF' && scopes.length === 0) throw new Error('@access(level: "STAFF") needs scopes');
  if ((level === 'OWNER' || level === 'DOMAIN') && !rule) throw new Error(`@access(level: "${level}") needs a rule`);
  return access;
}

/**
 * Reads the `@access` of a type or field definition; undefined when it carries none.
 * Works on a subgraph's SDL and on the supergraph alike.
 * @throws Error on an unknown level or scope, and on a level without what it needs to decide
 */
export function accessOf(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }): Access | undefined {
  const directive = node.directives?.find(({ name }) => name.value === 'access');
  if (!directive) return undefined;
  const argument = (wanted: string) => directive.arguments?.find(({ name }) => name.value === wanted)?.value;
  const level = textOf(argument('level')) ?? '';
  if (!LEVELS.has(level)) throw new Error(`@access has the unknown level "${level}"`);
  return checked({ level: level as AccessLevel, scopes: scopesOf(argument('scopes')), rule: textOf(argument('rule')) });
}

const holdsOne = (caller: Caller, scopes: readonly Scope[]) => scopes.some((scope) => (caller.scopes as readonly Scope[]).includes(scope));

/** The code that a refused caller gets: whoever has not said who they are may try again as somebody. */
export function refusalCode(caller: Caller): 'UNAUTHENTICATED' | 'FORBIDDEN' {
  return caller.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

const passOrRefuse = (passes: boolean, caller: Caller): AccessDecision => (passes ? 'PASS' : refusalCode(caller));

const DECISIONS: Readonly<Record<AccessLevel, (caller: Caller, scopes: readonly Scope[]) => AccessDecision>> = {
  PUBLIC: () => 'PASS',
  DOMAIN: () => 'PASS',
  VIEWER: (caller) => passOrRefuse(caller.kind === 'user', caller),
  OWNER: (caller, scopes) => (holdsOne(caller, scopes) ? 'PASS' : 'RULE'),
  STAFF: (caller, scopes) => passOrRefuse(caller.kind === 'user' && holdsOne(caller, scopes), caller),
  INTERNAL: (caller) => (caller.kind === 'service' ? 'PASS' : 'FORBIDDEN'),
};

/**
 * Decides what a level means for a caller, as far as the caller alone decides it.
 * DOMAIN passes here: its rule runs inside the use case. OWNER asks its rule for every kind of caller, so a rule may let a service in.
 */
export function mayPass(level: AccessLevel, scopes: readonly Scope[], caller: Caller): AccessDecision {
  return DECISIONS[level](caller, scopes);
}
