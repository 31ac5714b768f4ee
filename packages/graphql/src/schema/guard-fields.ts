import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { SubgraphContext } from '../subgraph.ts';
import { type AccessCheck, accessCheck } from './access-check.ts';
import type { AccessRules } from './access-rules.ts';
import { argumentGuards } from './argument-guard.ts';
import { guardSubscription } from './guard-subscription.ts';
import type { SdlType } from './sdl-model.ts';

type ArgumentGuard = (args: Readonly<Record<string, unknown>>) => void;
type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/** Access first, then arguments: a refused caller learns nothing about what they sent. */
function guarded(inner: Resolver, check: AccessCheck | undefined, guardArguments: ArgumentGuard | undefined): Resolver {
  return (parent, args: Record<string, unknown>, context, info) => {
    const refused = check?.(parent, context);
    if (refused) throw refused;
    guardArguments?.(args);
    return inner(parent, args, context, info) as unknown;
  };
}

/** Fields without a resolver get the usual one in so many words: graphql-jit would read the property and call no function that it finds there. */
function guardField(
  field: GraphQLField<unknown, SubgraphContext>,
  check: AccessCheck | undefined,
  guardArguments: ArgumentGuard | undefined,
): void {
  const wrap = (inner: Resolver) => (check || guardArguments ? guarded(inner, check, guardArguments) : inner);
  if (field.subscribe) field.subscribe = wrap(field.subscribe);
  else field.resolve = wrap(field.resolve ?? defaultFieldResolver);
}

/** Type and field level together; a reference of another subgraph's entity carries only its id and is not checked as a whole. */
function checkOf(type: SdlType | undefined, fieldName: string, rules: AccessRules<SubgraphContext>): AccessCheck | undefined {
  if (!type) return undefined;
  return accessCheck([type.kind === 'reference' ? undefined : type.access, type.fields.get(fieldName)], rules);
}

/** Puts access checks and argument guards around every field that has any. Subscriptions are checked when they start. */
export function guardFields(schema: GraphQLSchema, types: ReadonlyMap<string, SdlType>, rules: AccessRules<SubgraphContext>): void {
  const guards = argumentGuards();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      guardField(field, checkOf(types.get(type.name), field.name, rules), guards.of(field));
      if (field.subscribe) field.subscribe = guardSubscription(schema, field.subscribe);
    }
  }
}
