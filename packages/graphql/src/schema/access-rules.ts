import type { SubgraphContext } from '../subgraph.ts';

/**
 * Decides OWNER for one parent. Asked for every kind of caller who holds none of the scopes: compare with `viewerId(caller)`,
 * and say so explicitly where a service or somebody who just signed up is let in.
 */
// A rule knows the type of its parent, which differs from rule to rule.
export type OwnerRule<Context extends SubgraphContext> = (parent: never, context: Context) => boolean;

/** Every rule that the SDL names: a function for OWNER, `'use-case'` for DOMAIN, where the decision is made in the use case. */
export type AccessRules<Context extends SubgraphContext> = Readonly<Record<string, OwnerRule<Context> | 'use-case'>>;
