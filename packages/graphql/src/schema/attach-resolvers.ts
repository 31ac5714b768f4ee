import { type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type { MergedResolvers, SubscriptionResolver } from './resolver-map.ts';

type AnyField = GraphQLField<unknown, unknown>;

function attachToField(field: AnyField, resolver: unknown): void {
  if (typeof resolver === 'function') {
    field.resolve = resolver as NonNullable<AnyField['resolve']>;
    return;
  }
  const { subscribe, resolve } = resolver as SubscriptionResolver;
  field.subscribe = subscribe;
  if (resolve) field.resolve = resolve;
}

/** Where a resolver goes that is named like the federation convention has it; false when the name is a field's. */
function attachTypeFunction(type: GraphQLNamedType | undefined, name: string, resolver: unknown): boolean {
  if (isAbstractType(type) && name === '__resolveType') {
    type.resolveType = resolver as NonNullable<typeof type.resolveType>;
    return true;
  }
  if (isObjectType(type) && name === '__isTypeOf') {
    type.isTypeOf = resolver as NonNullable<typeof type.isTypeOf>;
    return true;
  }
  return false;
}

/** Resolvers on their fields. @throws Error for a resolver of a type or field that the SDL does not have */
export function attachResolvers(schema: GraphQLSchema, resolvers: MergedResolvers): void {
  for (const [typeName, fields] of resolvers) {
    const type = schema.getType(typeName);
    for (const [fieldName, resolver] of fields) {
      if (attachTypeFunction(type, fieldName, resolver)) continue;
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (!field) throw new Error(`${typeName}.${fieldName} has a resolver but is not in the SDL`);
      attachToField(field, resolver);
    }
  }
}
