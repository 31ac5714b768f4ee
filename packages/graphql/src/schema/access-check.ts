import { type Access, mayPass, refusalCode } from '@veza/auth';
import { graphqlError } from '../graphql-error.ts';
import type { SubgraphContext } from '../subgraph.ts';
import type { AccessRules, OwnerRule } from './access-rules.ts';

/** Answers undefined when the caller may go on, else the error that refuses. */
export type AccessCheck = (parent: unknown, context: SubgraphContext) => Error | undefined;

const MESSAGES = {
  UNAUTHENTICATED: 'sign in to see this',
  FORBIDDEN: 'you may not see or do this',
} as const;

const refusal = (code: keyof typeof MESSAGES) => graphqlError(code, MESSAGES[code]);

/** A rule that keeps its answers per request and parent, because every field of an entity asks the same. */
function remembered(rule: OwnerRule<SubgraphContext>): OwnerRule<SubgraphContext> {
  const answers = new WeakMap<SubgraphContext, WeakMap<object, boolean>>();
  return (parent: object, context) => {
    const known = answers.get(context) ?? new WeakMap<object, boolean>();
    answers.set(context, known);
    const answer = known.get(parent) ?? rule(parent as never, context);
    known.set(parent, answer);
    return answer;
  };
}

/** Rules that are asked once for each parent in a request. */
export function rememberRules(rules: AccessRules<SubgraphContext>): AccessRules<SubgraphContext> {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, typeof rule === 'function' ? remembered(rule) : rule]));
}

function functionOf(rules: AccessRules<SubgraphContext>, name: string): OwnerRule<SubgraphContext> {
  const rule = rules[name];
  if (typeof rule !== 'function') throw new Error(`the OWNER rule "${name}" is no function`);
  return rule;
}

/** The check of one `@access`, or undefined when everybody passes it here (PUBLIC, and DOMAIN, which the use case decides). */
function singleCheck(access: Access | undefined, rules: AccessRules<SubgraphContext>): AccessCheck | undefined {
  if (!access || access.level === 'PUBLIC' || access.level === 'DOMAIN') return undefined;
  const rule = access.level === 'OWNER' ? functionOf(rules, access.rule ?? '') : undefined;
  return (parent, context) => {
    const decision = mayPass(access.level, access.scopes, context.caller);
    if (decision === 'PASS') return undefined;
    if (decision !== 'RULE') return refusal(decision);
    return rule?.(parent as never, context) === true ? undefined : refusal(refusalCode(context.caller));
  };
}

/** All of several `@access` must pass: a field tightens what its type says and never loosens it. */
export function accessCheck(accesses: readonly (Access | undefined)[], rules: AccessRules<SubgraphContext>): AccessCheck | undefined {
  const checks = accesses.flatMap((access) => singleCheck(access, rules) ?? []);
  if (checks.length <= 1) return checks[0];
  return (parent, context) => {
    for (const check of checks) {
      const refused = check(parent, context);
      if (refused) return refused;
    }
    return undefined;
  };
}
