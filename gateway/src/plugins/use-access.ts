import type { Plugin } from '@envelop/core';
import { mayPass, viewerId, type Caller } from '@veza/auth';
import { graphqlError } from '@veza/graphql';
import type { Log } from '@veza/telemetry';
import type { GraphQLError } from 'graphql';
import type { OperationContext } from '../pipeline/context.ts';
import type { Prepared } from '../pipeline/prepared.ts';
import type { RootField } from '../supergraph/root-fields.ts';
import { refuseWhen } from './refuse-when.ts';

/** What an operation is held to beside its limits. */
export interface AccessOptions {
  /** Whether everybody may ask `__schema` and `__type`; else only `platform:operate`. */
  readonly introspection: boolean;
  readonly log: Log;
  /** Whether callers are known, so that `@access` can be checked. */
  readonly checksCallers: boolean;
}

const refusals = {
  UNAUTHENTICATED: 'needs somebody who is signed in.',
  FORBIDDEN: 'needs a permission that the caller does not have.',
} as const;

/** What a token alone tells of one root field; the subgraph decides the rest. */
function refusalOf({ name, access }: RootField, caller: Caller): GraphQLError | undefined {
  if (!access) return undefined;
  const decision = mayPass(access.level, access.scopes, caller);
  if (decision === 'PASS' || (decision === 'RULE' && caller.kind === 'user')) return undefined;
  const code = decision === 'RULE' ? 'UNAUTHENTICATED' : decision;
  return graphqlError(code, `"${name}" ${refusals[code]}`);
}

function mayIntrospect(caller: Caller, { introspection }: AccessOptions): boolean {
  return introspection || (caller.kind === 'user' && caller.scopes.includes('platform:operate'));
}

function introspectionRefusal(prepared: Prepared, caller: Caller, options: AccessOptions): GraphQLError | undefined {
  if (!prepared.introspects || mayIntrospect(caller, options)) return undefined;
  return graphqlError('FORBIDDEN', 'Introspection is switched off; the schema is at /schema.graphql.');
}

/**
 * Refuses an operation as a whole when a root field of it is not for the caller: nothing of it is planned or run.
 * Only refuses earlier what the subgraphs would refuse too. A refused staff field goes to the log, because no subgraph sees the try.
 */
export function useAccess(options: AccessOptions): Plugin<OperationContext> {
  return refuseWhen(({ prepared, caller, origin }) => {
    if (!prepared) return undefined;
    const introspection = introspectionRefusal(prepared, caller, options);
    if (introspection) return [introspection];
    if (!options.checksCallers) return undefined;
    const refusedFields = prepared.rootFields.filter((field) => refusalOf(field, caller));
    if (refusedFields.length === 0) return undefined;
    for (const { name } of refusedFields.filter(({ access }) => access?.level === 'STAFF')) {
      options.log.warn('access.staff-field-refused', { field: name, userId: viewerId(caller), requestId: origin.requestId });
    }
    return refusedFields.map((field) => refusalOf(field, caller)!);
  });
}
